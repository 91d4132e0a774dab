#include <entente/formats/xml_writer.hpp>

#include <cassert>
#include <utility>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

enum class Place { Text, Attribute };

// Whether a document may have the character (XML 1.0, section 2.2).
bool is_allowed(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= U' ' && c != 0xFFFEU && c != 0xFFFFU);
}

// The text to write for a character; "" for the character itself. A reader would turn a carriage return into a line
// break (section 2.11), and line breaks and tabs in attributes into spaces (section 3.3.3).
std::string_view character_reference(char32_t c, Place place) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\r':
      return "&#13;";
    case U'\n':
      return place == Place::Attribute ? "&#10;" : "";
    case U'\t':
      return place == Place::Attribute ? "&#9;" : "";
    default:
      return is_allowed(c) ? "" : "\xEF\xBF\xBD";
  }
}

void append_escaped(std::string& out, std::string_view bytes, Place place) {
  const std::string valid = repair_utf8(bytes).text;
  for (std::size_t at = 0; at < valid.size();) {
    const CodePoint point = decode(valid, at);
    const std::string_view instead = character_reference(point.value, place);
    out += instead.empty() ? std::string_view(valid).substr(at, point.size) : instead;
    at += point.size;
  }
}

}  // namespace

XmlWriter& XmlWriter::open(std::string_view element) {
  if (!open_.empty()) {
    end_start_tag();
    if (!open_.back().has_text) {
      out_ += open_.back().has_elements ? "" : "\n";
      indent(open_.size());
    }
    open_.back().has_elements = true;
  }
  out_ += '<';
  out_ += element;
  open_.push_back({.name = std::string(element)});
  in_start_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_start_tag_);
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, Place::Attribute);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
  assert(!open_.empty());
  end_start_tag();
  open_.back().has_text = true;
  append_escaped(out_, value, Place::Text);
  return *this;
}

XmlWriter& XmlWriter::close() {
  assert(!open_.empty());
  const Element element = std::move(open_.back());
  open_.pop_back();
  if (in_start_tag_) {
    out_ += "/>";
    in_start_tag_ = false;
  } else {
    if (element.has_elements && !element.has_text) {
      indent(open_.size());
    }
    out_ += "</" + element.name + ">";
  }
  if (open_.empty() || !open_.back().has_text) {
    out_ += '\n';
  }
  return *this;
}

std::string XmlWriter::finish() {
  while (!open_.empty()) {
    close();
  }
  return std::move(out_);
}

void XmlWriter::end_start_tag() {
  if (in_start_tag_) {
    out_ += '>';
    in_start_tag_ = false;
  }
}

void XmlWriter::indent(std::size_t depth) { out_.append(depth, ' '); }

}  // namespace entente
