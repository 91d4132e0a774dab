// XML text, by libxml2. For the writers of this room; not for others to include.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libxml/xmlwriter.h>

namespace entente {

// Elements are opened and closed in pairs, attributes come before content. Text is escaped; what XML cannot say
// (control characters, malformed UTF-8) becomes U+FFFD.
class XmlWriter {
 public:
  XmlWriter();

  XmlWriter& open(const char* element);
  XmlWriter& attribute(const char* name, std::string_view value);
  XmlWriter& text(std::string_view value);
  XmlWriter& close();
  // The document. Nothing may be written afterwards.
  std::string finish();

 private:
  struct Free {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
    void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
  };
  void check(int result) const;

  std::unique_ptr<xmlBuffer, Free> buffer_;
  std::unique_ptr<xmlTextWriter, Free> writer_;
};

}  // namespace entente
