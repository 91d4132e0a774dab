#include "other_formats.hpp"

#include <algorithm>
#include <array>

#include <entente/text/characters.hpp>

#include "article_files.hpp"

namespace entente::cli {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t Looked = 4096;  // bytes

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view Mark = "\xEF\xBB\xBF";
  bytes.remove_prefix(bytes.starts_with(Mark) ? Mark.size() : 0);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes;
}

// The name of the root element of XML, in lower case; empty for what is not XML.
std::string root_element(std::string_view bytes) {
  std::string_view rest = without_mark(bytes.substr(0, Looked));
  while (rest.starts_with("<?") || rest.starts_with("<!")) {
    const std::string_view close = rest.starts_with("<!--") ? "-->"sv : ">"sv;
    const std::size_t end = rest.find(close);
    if (end == std::string_view::npos) {
      return {};
    }
    rest = without_mark(rest.substr(end + close.size()));
  }
  return rest.starts_with('<') ? ascii_lower(rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1)) : std::string();
}

}  // namespace

bool begins_as_feed(std::string_view bytes) {
  const std::string root = root_element(bytes);
  return root == "rss" || root == "feed" || root == "rdf:rdf";
}

bool begins_as_mail(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> Sure = {"message-id", "mime-version", "received", "return-path",
                                                    "delivered-to"};
  constexpr std::array<std::string_view, 5> Likely = {"from", "to", "subject", "date", "content-type"};
  std::string_view rest = bytes.substr(0, Looked);
  bool sure = false;
  bool likely = false;
  for (bool first = true; !rest.empty(); first = false) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.starts_with(' ') || line.starts_with('\t') || (first && line.starts_with("From "))) {
      continue;
    }
    const std::string field = ascii_lower(line.substr(0, std::min(line.find(':'), line.size())));
    const bool name = line.find(':') != std::string_view::npos && field.find_first_of(" \t") == std::string::npos;
    if (!name) {
      break;
    }
    sure = sure || std::find(Sure.begin(), Sure.end(), field) != Sure.end();
    likely = likely || std::find(Likely.begin(), Likely.end(), field) != Likely.end();
  }
  return sure && likely;
}

FileForm form_of(std::string_view bytes, const std::string& path) {
  const std::string ending = ending_of(path);
  constexpr std::size_t PdfLooked = 1024;  // as its readers do
  if (bytes.substr(0, PdfLooked).find("%PDF-") != std::string_view::npos &&
      (ending == ".pdf" || bytes.starts_with("%PDF-"))) {
    return FileForm::Pdf;
  }
  if (bytes.starts_with("PK\x03\x04")) {
    return FileForm::Office;
  }
  if (begins_as_feed(bytes)) {
    return FileForm::Feed;
  }
  const bool mail = ending == ".eml" || ending == ".mht" || ending == ".mhtml";
  return mail || begins_as_mail(bytes) ? FileForm::Mail : FileForm::Text;
}

}  // namespace entente::cli
