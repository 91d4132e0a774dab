#include <entente/formats/json_text.hpp>

#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace entente::inline v0_1 {

namespace {

// The byte at that place; 0 beyond the end.
unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool is_continuation_byte(std::string_view text, std::size_t at) { return (byte_at(text, at) & 0xC0U) == 0x80U; }

// The size in bytes of the well-formed UTF-8 sequence at that place (Unicode 15, table 3-7); 0 if it is malformed.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  const unsigned char second = byte_at(text, at + 1);
  if (first < 0x80U) {
    return 1;
  }
  if (first >= 0xC2U && first <= 0xDFU) {
    return is_continuation_byte(text, at + 1) ? 2 : 0;
  }
  if (first >= 0xE0U && first <= 0xEFU) {
    const bool good = (first != 0xE0U || second >= 0xA0U) && (first != 0xEDU || second < 0xA0U);
    return good && is_continuation_byte(text, at + 1) && is_continuation_byte(text, at + 2) ? 3 : 0;
  }
  if (first >= 0xF0U && first <= 0xF4U) {
    const bool good = (first != 0xF0U || second >= 0x90U) && (first != 0xF4U || second < 0x90U);
    return good && is_continuation_byte(text, at + 1) && is_continuation_byte(text, at + 2) &&
                   is_continuation_byte(text, at + 3)
               ? 4
               : 0;
  }
  return 0;
}

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
}

bool is_plain(unsigned char c) { return c >= 0x20U && c < 0x7FU && c != '"' && c != '\\'; }

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(byte_at(text, end))) {
      ++end;
    }
    out.append(text.substr(at, end - at));
    at = end;
    if (at == text.size()) {
      break;
    }
    if (byte_at(text, at) < 0x80U) {
      append_escaped(out, text[at++]);
    } else if (const std::size_t length = sequence_length(text, at); length != 0) {
      out.append(text.substr(at, length));
      at += length;
    } else {
      out += "\xEF\xBF\xBD";
      ++at;
    }
  }
  out += '"';
}

void append_json_number(std::string& out, double value, int digits) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  const std::size_t begin = out.size();
  fmt::format_to(std::back_inserter(out), "{:.{}f}", value, digits);
  if (out.find('.', begin) != std::string::npos) {
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') {
      out += '0';  // 1.0, not 1: a reader should see that it is not a count
    }
  }
}

void JsonObject::key(std::string_view name) {
  if (!first_) {
    out_ += ", ";
  }
  first_ = false;
  append_json_string(out_, name);
  out_ += ": ";
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
  key(name);
  append_json_string(out_, value);
  return *this;
}

JsonObject& JsonObject::text_or_null(std::string_view name, std::string_view value) {
  if (!value.empty()) {
    return text(name, value);
  }
  key(name);
  out_ += "null";
  return *this;
}

JsonObject& JsonObject::truth(std::string_view name, bool value) {
  key(name);
  out_ += value ? "true" : "false";
  return *this;
}

JsonObject& JsonObject::whole(std::string_view name, std::uint64_t value) {
  key(name);
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

JsonObject& JsonObject::number(std::string_view name, double value, int digits) {
  key(name);
  append_json_number(out_, value, digits);
  return *this;
}

}  // namespace entente
