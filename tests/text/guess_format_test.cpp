#include <entente/text/guess_format.hpp>

#include <array>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("guess_format looks at the ending, then at the content") {
  struct Row {
    const char* path;
    const char* content;
    ArticleFormat expected;
  };
  const std::array<Row, 13> table = {{
      {"a.txt", "# Not a heading", ArticleFormat::Text},
      {"a.md", "Anything", ArticleFormat::Markdown},
      {"a.MARKDOWN", "<html>", ArticleFormat::Markdown},
      {"dir.v2/page.HTM", "Anything", ArticleFormat::Html},
      {"page.txt", "<!DOCTYPE HTML><p>x", ArticleFormat::Html},
      {"page", "\n <html lang=en>", ArticleFormat::Html},
      {"", "\xEF\xBB\xBF<!doctype html>", ArticleFormat::Html},
      {"", "# A heading\n\ntext", ArticleFormat::Markdown},
      {"", "---\ntitle: x\n---\n", ArticleFormat::Markdown},
      {"", "---\n\ntext", ArticleFormat::Text},
      {"", "#hashtag", ArticleFormat::Text},
      {"", "", ArticleFormat::Text},
      {"-", "He said <b>so</b>.", ArticleFormat::Text},
  }};
  for (const Row& row : table) {
    CAPTURE(row.path);
    CAPTURE(row.content);
    CHECK(guess_format(row.path, row.content) == row.expected);
  }
}
