// A corpus of any size that needs no file: articles of some 700 words about a world of 20,000 persons, 5,000 companies
// and the countries, of whom few are told of often and most seldom, as in the news.
#pragma once

#include <cstddef>
#include <string>

#include <entente/text/article.hpp>

namespace entente::bench {

// Distinct for each number below 24 million, and pronounceable: 0 → "Babababan", 1 → "Dabababan" …
std::string made_up_name(std::size_t number);

// The article of that number: the same text on every machine.
Article made_article(std::size_t number);

}  // namespace entente::bench
