#include <entente/text/guess_format.hpp>

#include <array>
#include <string>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

bool looks_like_html(std::string_view content) {
  constexpr std::size_t Looked = 1024;
  const std::string start = ascii_lower(content.substr(0, Looked));
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body"}) {
    if (start.find(mark) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool looks_like_markdown(std::string_view content) {
  const std::string_view first = content.substr(0, content.find('\n'));
  if (trimmed(first) == "---") {
    const std::string_view rest = content.substr(std::min(content.size(), first.size() + 1));
    return rest.substr(0, rest.find('\n')).find(':') != std::string_view::npos;
  }
  const std::size_t marks = first.find_first_not_of('#');
  return marks != std::string_view::npos && marks > 0 && marks <= 6 && first[marks] == ' ';
}

}  // namespace

ArticleFormat guess_format(std::string_view path, std::string_view content) {
  static constexpr std::array<std::pair<std::string_view, ArticleFormat>, 9> Endings = {{
      {".html", ArticleFormat::Html},
      {".htm", ArticleFormat::Html},
      {".xhtml", ArticleFormat::Html},
      {".shtml", ArticleFormat::Html},
      {".md", ArticleFormat::Markdown},
      {".markdown", ArticleFormat::Markdown},
      {".mdown", ArticleFormat::Markdown},
      {".txt", ArticleFormat::Text},
      {".text", ArticleFormat::Text},
  }};
  constexpr std::string_view Mark = "\xEF\xBB\xBF";
  if (content.starts_with(Mark)) {
    content.remove_prefix(Mark.size());
  }
  for (const auto& [ending, format] : Endings) {
    const bool ends =
        path.size() > ending.size() && equal_ignoring_case(path.substr(path.size() - ending.size()), ending);
    if (ends) {
      // Web pages are often saved with the ending of a text, but not the other way round.
      return format == ArticleFormat::Text && looks_like_html(content) ? ArticleFormat::Html : format;
    }
  }
  if (looks_like_html(content)) {
    return ArticleFormat::Html;
  }
  return looks_like_markdown(content) ? ArticleFormat::Markdown : ArticleFormat::Text;
}

}  // namespace entente
