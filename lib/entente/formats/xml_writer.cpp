#include <entente/formats/xml_writer.hpp>

#include <new>

#include <entente/base/error.hpp>
#include <entente/text/characters.hpp>

namespace entente {

namespace {

// XML 1.0, section 2.2: the characters that a document may have.
bool allowed(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= U' ' && c != 0xFFFEU && c != 0xFFFFU);
}

std::string cleaned(std::string_view bytes) {
  std::string valid = repair_utf8(bytes).text;
  std::string out;
  out.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const CodePoint point = decode(valid, at);
    if (allowed(point.value)) {
      out.append(valid, at, point.size);
    } else {
      out += "\xEF\xBF\xBD";
    }
    at += point.size;
  }
  return out;
}

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

}  // namespace

XmlWriter::XmlWriter() : buffer_(xmlBufferCreate()) {
  if (buffer_ == nullptr) {
    throw std::bad_alloc();
  }
  xmlBufferSetAllocationScheme(buffer_.get(), XML_BUFFER_ALLOC_DOUBLEIT);
  writer_.reset(xmlNewTextWriterMemory(buffer_.get(), 0));
  if (writer_ == nullptr) {
    throw std::bad_alloc();
  }
  check(xmlTextWriterSetIndent(writer_.get(), 1));
  check(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
}

XmlWriter& XmlWriter::open(const char* element) {
  check(xmlTextWriterStartElement(writer_.get(), chars(element)));
  return *this;
}

XmlWriter& XmlWriter::attribute(const char* name, std::string_view value) {
  check(xmlTextWriterWriteAttribute(writer_.get(), chars(name), chars(cleaned(value).c_str())));
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
  check(xmlTextWriterWriteString(writer_.get(), chars(cleaned(value).c_str())));
  return *this;
}

XmlWriter& XmlWriter::close() {
  check(xmlTextWriterEndElement(writer_.get()));
  return *this;
}

std::string XmlWriter::finish() {
  check(xmlTextWriterEndDocument(writer_.get()));
  check(xmlTextWriterFlush(writer_.get()));
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())),
          static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
}

void XmlWriter::check(int result) const {
  if (result < 0) {
    throw Error(ErrorCode::Internal, "XML", "the writer refused a part, or the document is too large (2 GB)");
  }
}

}  // namespace entente
