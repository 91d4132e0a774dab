// Any bytes as an office document, a message and a feed: articles of bounded size, or a fault that names the file.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>

#include "entente/other_formats.hpp"
#include "fuzz/sound.hpp"

namespace {

constexpr entente::cli::FormLimits Limits = {.text = std::size_t{1} << 20U, .parts = 50, .depth = 8, .entries = 50};

void check(const entente::Article& article) {
  constexpr std::size_t Most = 16 * Limits.text;  // escapes and tags are longer than what they stand for
  entente::fuzz::require(article.text.size() <= Most);
  entente::fuzz::require(article.date.empty() || entente::calendar_day(article.date).has_value());
}

template <typename Read>
void expect_articles_or_fault(Read read) {
  try {
    read();
  } catch (const entente::Error& error) {
    entente::fuzz::require(error.code() == entente::ErrorCode::BadFormat && error.where() == "input");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  entente::cli::form_of(bytes, "input");
  expect_articles_or_fault([&] { check(entente::cli::read_office(bytes, "input", Limits)); });
  expect_articles_or_fault([&] { check(entente::cli::read_mail(bytes, "input", Limits)); });
  expect_articles_or_fault([&] {
    for (const entente::Article& article : entente::cli::read_feed(bytes, "input", Limits)) {
      check(article);
    }
  });
  return 0;
}
