// XML text. For the writers of this room; not for others to include.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Elements are opened and closed in pairs, attributes come before content. Elements inside elements are indented; an
// element with text stays on one line. Text is escaped; what XML cannot say (control characters, malformed UTF-8)
// becomes U+FFFD.
class XmlWriter {
 public:
  XmlWriter& open(std::string_view element);
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view value);
  XmlWriter& close();
  // The document, with every element that is still open closed. Nothing may be written afterwards.
  std::string finish();

 private:
  struct Element {
    std::string name;
    bool has_elements = false;
    bool has_text = false;
  };
  void end_start_tag();
  void indent(std::size_t depth);

  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<Element> open_;
  bool in_start_tag_ = false;
};

}  // namespace entente
