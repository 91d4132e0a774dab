#include <entente/render/lettering.hpp>

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace entente::inline v0_1 {

namespace {

// Advance widths of U+0020 to U+007E in thousandths of an em: for each character the wider of Helvetica and DejaVu
// Sans, as their font files have them.
constexpr std::array<std::uint16_t, 95> RegularWidths = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667,  611, 732, 684, 989, 685,
    667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr std::array<std::uint16_t, 95> BoldWidths = {
    348, 456,  521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415,  380, 365, 696, 696,  696,
    696, 696,  696, 696, 696, 696,  696, 400, 400, 838, 838, 838, 611, 1000, 774, 762, 734, 830,  683,
    683, 821,  837, 372, 556, 775,  637, 995, 837, 850, 733, 850, 770, 720,  682, 812, 774, 1103, 771,
    724, 725,  457, 365, 457, 838,  556, 500, 675, 716, 593, 716, 678, 435,  716, 712, 343, 343,  665,
    343, 1042, 712, 687, 716, 716,  493, 595, 478, 712, 652, 924, 645, 652,  582, 712, 365, 712,  838};

struct Decoded {
  utf8proc_int32_t code = 0xFFFD;
  std::size_t bytes = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
  Decoded result;
  const auto rest = text.substr(at);
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
  utf8proc_int32_t code = 0;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &code);
  if (length > 0) {
    result = {code, static_cast<std::size_t>(length)};
  }
  return result;
}

void append_utf8(std::string& out, utf8proc_int32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(code, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_direction_control(utf8proc_int32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
}

bool is_white(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return code == '\t' || code == '\n' || code == '\r' || category == UTF8PROC_CATEGORY_ZS ||
         category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

// Not a character of XML 1.0, or one that draws nothing and can turn the text around it.
bool is_dropped(utf8proc_int32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code & 0xFFFE) == 0xFFFE || code == 0xFEFF ||
         (code >= 0xFDD0 && code <= 0xFDEF) || is_direction_control(code);
}

// Thousandths of an em for what the tables do not have: rounded up from the usual fonts.
double wide_width(utf8proc_int32_t code, Weight weight) {
  const auto category = utf8proc_category(code);
  if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF) {
    return 0.0;
  }
  if (code >= 0x1F000 || utf8proc_charwidth(code) == 2) {
    return code >= 0x1F000 ? 1400.0 : 1050.0;  // emoji; Chinese, Japanese, Korean
  }
  const double bold = weight == Weight::Bold ? 1.1 : 1.0;
  if (code == 0x2014 || code == 0x2026) {
    return 1000.0;
  }
  if (code == 0x2013 || code == 0x201C || code == 0x201D) {
    return 560.0 * bold;
  }
  if (code == 0x2018 || code == 0x2019) {
    return 350.0 * bold;
  }
  if (category == UTF8PROC_CATEGORY_LL && code < 0x400) {
    return 700.0 * bold;
  }
  return code < 0x400 ? 860.0 * bold : 960.0 * bold;
}

double char_width(utf8proc_int32_t code, Weight weight) {
  if (code >= 0x20 && code <= 0x7E) {
    const auto& table = weight == Weight::Bold ? BoldWidths : RegularWidths;
    return table.at(static_cast<std::size_t>(code - 0x20));
  }
  return wide_width(code, weight);
}

// The longest beginning of text that fits; at least one character, so that wrapping always goes on.
std::size_t fitting_bytes(std::string_view text, double width, double size, Weight weight) {
  double used = 0.0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto decoded = decode(text, at);
    used += char_width(decoded.code, weight) * size / 1000.0;
    if (used > width && at > 0) {
      break;
    }
    at += decoded.bytes;
  }
  return at;
}

// Where the next line may end: after the last word that fits, after a hyphen or slash, or inside a word too wide.
std::size_t break_at(std::string_view text, const WrapOptions& options) {
  const auto fits = fitting_bytes(text, options.width, options.size, options.weight);
  if (fits >= text.size() || text[fits] == ' ') {
    return fits;
  }
  const auto head = text.substr(0, fits);
  const auto space = head.rfind(' ');
  const auto hyphen = head.find_last_of("-/");
  if (hyphen != std::string_view::npos && (space == std::string_view::npos || hyphen > space)) {
    return hyphen + 1;
  }
  return space != std::string_view::npos && space > 0 ? space : fits;
}

// Ends after a whole word where that does not cost more than half of the line.
std::string with_ellipsis(std::string_view text, const WrapOptions& options) {
  const double room = options.width - text_width("…", options.size, options.weight);
  auto head = text.substr(0, fitting_bytes(text, room, options.size, options.weight));
  if (const auto space = head.rfind(' '); space != std::string_view::npos && space > head.size() / 2) {
    head = head.substr(0, space);
  }
  while (!head.empty() && (head.back() == ' ' || head.back() == ',' || head.back() == '-')) {
    head.remove_suffix(1);
  }
  return std::string(head) + "…";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    text += (text.empty() ? "" : " ") + line;
  }
  return text;
}

}  // namespace

std::string cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode(text, at);
    at += decoded.bytes;
    if (is_white(decoded.code)) {
      space = !out.empty();
      continue;
    }
    if (is_dropped(decoded.code)) {
      continue;
    }
    if (space) {
      out += ' ';
      space = false;
    }
    append_utf8(out, decoded.code);
  }
  return out;
}

Wrapped balanced(std::string_view text, WrapOptions options) {
  constexpr double Step = 0.95;
  constexpr double Least = 0.4;  // of the width
  auto best = wrapped(text, options);
  const double least = Least * options.width;
  while (best.lines.size() > 1 && !best.shortened && options.width * Step >= least) {
    options.width *= Step;
    auto narrower = wrapped(text, options);
    const bool breaks_word = joined(narrower.lines) != joined(best.lines);
    if (narrower.shortened || breaks_word || narrower.lines.size() > best.lines.size()) {
      break;
    }
    best = std::move(narrower);
  }
  return best;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode(text, at);
    at += decoded.bytes;
    if (is_white(decoded.code) || !is_dropped(decoded.code)) {
      append_utf8(out, decoded.code);
    }
  }
  return out;
}

double text_width(std::string_view text, double size, Weight weight) {
  double sum = 0.0;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode(text, at);
    sum += char_width(decoded.code, weight);
    at += decoded.bytes;
  }
  return sum * size / 1000.0;
}

Wrapped wrapped(std::string_view text, const WrapOptions& options) {
  Wrapped result;
  while (result.lines.size() + 1 < options.lines && text_width(text, options.size, options.weight) > options.width) {
    const auto end = break_at(text, options);
    result.lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  if (text_width(text, options.size, options.weight) > options.width) {
    result.lines.push_back(with_ellipsis(text, options));
    result.shortened = true;
  } else if (!text.empty() || result.lines.empty()) {
    result.lines.emplace_back(text);
  }
  return result;
}

std::string quoted_dot(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
      continue;
    }
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out += '"';
}

std::string quoted_tooltip(std::string_view text) {
  std::string doubled;
  for (const char c : text) {
    doubled += c == '\\' ? "\\\\" : std::string(1, c);
  }
  return quoted_dot(doubled);
}

std::string xml_name(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') {
    out.pop_back();
  }
  return out;
}

}  // namespace entente
