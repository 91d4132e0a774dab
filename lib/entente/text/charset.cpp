#include <entente/text/charset.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include <iconv.h>
#include <uchardet/uchardet.h>

namespace entente::inline v0_1 {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t Looked = 4096;  // bytes from the beginning that are inspected

// A conversion by iconv.
class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  ~Converter() {
    if (known()) {
      iconv_close(handle_);
    }
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Whether iconv knows the encoding.
  bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // The bytes in UTF-8. At a malformed place, `unit` bytes are skipped.
  RepairedText convert(std::string_view bytes, std::size_t unit) {
    RepairedText out;
    char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
    std::size_t left = bytes.size();
    while (left > 0) {
      std::array<char, 8192> buffer = {};
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t done = iconv(handle_, &in, &left, &to, &room);
      const int why = errno;
      out.text.append(buffer.data(), buffer.size() - room);
      if (done == static_cast<std::size_t>(-1) && why != E2BIG) {
        const std::size_t skipped = why == EINVAL ? left : std::min(unit, left);
        in += skipped;
        left -= skipped;
        out.text += "\xEF\xBF\xBD";
        ++out.repaired;
      }
    }
    return out;
  }

 private:
  iconv_t handle_;
};

// The name for iconv of a declared encoding. Some names mean another encoding to browsers (WHATWG Encoding Standard).
std::string iconv_name(std::string_view declared) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 24> Names = {{
      {"ascii", "CP1252"},          {"us-ascii", "CP1252"},      {"iso-8859-1", "CP1252"},
      {"iso8859-1", "CP1252"},      {"iso_8859-1", "CP1252"},    {"latin1", "CP1252"},
      {"x-cp1252", "CP1252"},       {"iso-8859-9", "CP1254"},    {"latin5", "CP1254"},
      {"tis-620", "CP874"},         {"iso-8859-11", "CP874"},    {"shift_jis", "CP932"},
      {"shift-jis", "CP932"},       {"sjis", "CP932"},           {"x-sjis", "CP932"},
      {"gb2312", "GB18030"},        {"gbk", "GB18030"},          {"x-gbk", "GB18030"},
      {"euc-kr", "CP949"},          {"ks_c_5601-1987", "CP949"}, {"big5", "BIG5-HKSCS"},
      {"x-mac-roman", "MACINTOSH"}, {"x-euc-jp", "EUC-JP"},      {"unicode", "UTF-8"},
  }};
  const std::string name = ascii_lower(declared);
  const auto* const found =
      std::find_if(Names.begin(), Names.end(), [&name](const auto& known) { return known.first == name; });
  return found == Names.end() ? name : std::string(found->second);
}

// The bytes in UTF-8; nothing if iconv does not know the encoding.
std::optional<RepairedText> convert(std::string_view bytes, const std::string& charset, std::size_t unit = 1) {
  Converter converter(charset);
  return converter.known() ? std::optional(converter.convert(bytes, unit)) : std::nullopt;
}

// An encoding with units of several bytes.
struct WideForm {
  const char* charset = nullptr;  // null where the bytes are not UTF-16 or UTF-32
  std::size_t unit = 1;           // bytes
  std::size_t mark = 0;           // bytes of the byte order mark
};

// Detects UTF-16 and UTF-32. Without a byte order mark, UTF-16 is recognized by its zeros: in English text every other
// byte is zero.
WideForm detect_wide_form(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, WideForm>, 4> Marks = {{{"\xFF\xFE\0\0"sv, {"UTF-32LE", 4, 4}},
                                                                           {"\0\0\xFE\xFF"sv, {"UTF-32BE", 4, 4}},
                                                                           {"\xFF\xFE"sv, {"UTF-16LE", 2, 2}},
                                                                           {"\xFE\xFF"sv, {"UTF-16BE", 2, 2}}}};
  for (const auto& [mark, form] : Marks) {
    if (bytes.starts_with(mark)) {
      return form;
    }
  }
  const std::string_view start = bytes.substr(0, Looked);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < start.size(); ++at) {
    zeros[at % 2] += start[at] == '\0' ? 1 : 0;
  }
  constexpr std::size_t Least = 8;
  const auto many = [&](std::size_t count) { return count >= Least && count * 3 > start.size(); };
  const auto few = [&](std::size_t count) { return count * 50 <= start.size(); };
  if (many(zeros[1]) && few(zeros[0])) {
    return {"UTF-16LE", 2, 0};
  }
  return many(zeros[0]) && few(zeros[1]) ? WideForm{"UTF-16BE", 2, 0} : WideForm{};
}

bool is_charset_char(char c) {
  const char32_t value = static_cast<unsigned char>(c);
  return value < 0x80 && (char_kind(value) == CharKind::Letter || char_kind(value) == CharKind::Digit || c == '-' ||
                          c == '_' || c == '.' || c == ':');
}

// The name of an encoding at the beginning of the text, without quotes.
std::string_view charset_at(std::string_view text) {
  constexpr std::size_t Longest = 40;
  while (!text.empty() && (text[0] == ' ' || text[0] == '"' || text[0] == '\'')) {
    text.remove_prefix(1);
  }
  std::size_t end = 0;
  while (end < text.size() && is_charset_char(text[end])) {
    ++end;
  }
  return end <= Longest ? text.substr(0, end) : std::string_view();
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether bytes that are malformed as UTF-8 are Windows-1252: at least half of the runs of accented letters touch an
// ASCII letter, and no byte is undefined or binary.
bool is_windows_1252(std::string_view bytes) {
  std::size_t in_words = 0;
  std::size_t alone = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const char32_t c = from_windows_1252(byte);
    const bool undefined = c >= 0x80 && c < 0xA0;
    const bool control = byte < ' ' && !(byte >= '\t' && byte <= '\r');
    if (undefined || control || (byte >= 0x80 && is_utf8_sequence(bytes, at))) {
      return false;
    }
    if (byte < 0x80 || char_kind(c) != CharKind::Letter) {
      continue;
    }
    const bool follows = at > 0 && is_ascii_letter(bytes[at - 1]);
    while (at + 1 < bytes.size() && static_cast<unsigned char>(bytes[at + 1]) >= 0xC0) {
      ++at;
    }
    const bool touches = follows || (at + 1 < bytes.size() && is_ascii_letter(bytes[at + 1]));
    (touches ? in_words : alone) += 1;
  }
  return in_words >= alone;
}

RepairedText decode_windows_1252(std::string_view bytes) {
  RepairedText out;
  for (const char byte : bytes) {
    append_utf8(out.text, from_windows_1252(static_cast<unsigned char>(byte)));
  }
  return out;
}

// The encoding by the frequencies of its letters; empty if it is not clear, as for English with a few accents.
std::string detected_charset(std::string_view bytes) {
  constexpr std::ptrdiff_t Least = 20;
  if (std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) < Least) {
    return {};
  }
  constexpr std::size_t Enough = std::size_t{1} << 17U;
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  const std::string_view start = bytes.substr(0, Enough);
  if (uchardet_handle_data(detector.get(), start.data(), start.size()) != 0) {
    return {};
  }
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Whether hardly anything was lost in the conversion.
bool is_clean(const RepairedText& text) { return std::size_t{text.repaired} * 200 <= text.text.size(); }

// The number of well-formed code points of UTF-8 beyond ASCII.
std::size_t count_multibyte(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    count += static_cast<unsigned char>(bytes[at]) >= 0xC0 && is_utf8_sequence(bytes, at) ? 1 : 0;
  }
  return count;
}

// The bytes in UTF-8 by the name of their encoding; nothing if it is UTF-8 or unknown, or does not fit the bytes.
std::optional<RepairedText> decode_by_name(std::string_view bytes, std::string_view charset) {
  const std::string name = iconv_name(charset);
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "UTF-8") {
    return std::nullopt;
  }
  std::optional<RepairedText> text = convert(bytes, name);
  return text && is_clean(*text) ? std::move(text) : std::nullopt;
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
  const std::string start = ascii_lower(page.substr(0, Looked));
  if (start.starts_with("<?xml")) {
    const std::size_t end = start.find("?>");
    const std::size_t at = start.find("encoding=");
    if (at != std::string::npos && at < end) {
      return charset_at(page.substr(at + std::string_view("encoding=").size()));
    }
  }
  for (std::size_t at = start.find("<meta"); at != std::string::npos; at = start.find("<meta", at + 1)) {
    const std::size_t end = std::min(start.find('>', at), start.size());
    const std::size_t name = start.find("charset=", at);
    if (name < end) {
      return charset_at(page.substr(name + std::string_view("charset=").size()));
    }
  }
  return {};
}

RepairedText to_utf8(std::string_view bytes, ArticleFormat format) { return to_utf8_from(bytes, {}, format); }

RepairedText to_utf8_from(std::string_view bytes, std::string_view charset, ArticleFormat format) {
  if (const WideForm wide = detect_wide_form(bytes); wide.charset != nullptr) {
    return convert(bytes.substr(wide.mark), wide.charset, wide.unit).value_or(RepairedText{});
  }
  const std::string_view declared =
      charset.empty() && format == ArticleFormat::Html ? declared_charset(bytes) : charset;
  RepairedText repaired = repair_utf8(bytes);
  if (repaired.repaired == 0) {
    // ISO-2022-JP has only ASCII bytes.
    const bool shifts = !declared.empty() && bytes.find("\x1B$") != std::string_view::npos;
    const std::optional<RepairedText> shifted = shifts ? decode_by_name(bytes, declared) : std::nullopt;
    return shifted ? *shifted : repaired;
  }
  // A text that is mostly valid UTF-8 is UTF-8 that was damaged, whatever it declares.
  if (count_multibyte(bytes) > 2 * std::size_t{repaired.repaired}) {
    return repaired;
  }
  if (const std::optional<RepairedText> text = decode_by_name(bytes, declared)) {
    return *text;
  }
  if (is_windows_1252(bytes)) {
    return decode_windows_1252(bytes);
  }
  const std::optional<RepairedText> text = decode_by_name(bytes, detected_charset(bytes));
  return text ? *text : repaired;
}

}  // namespace entente
