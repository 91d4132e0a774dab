// Writes XML. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Writes a document element by element. Every open() needs a close() or finish(), and attributes must come before
// content. Elements inside elements are indented; an element with text is on one line. Text is escaped; characters that
// XML does not allow (most control characters) and malformed UTF-8 become U+FFFD.
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
