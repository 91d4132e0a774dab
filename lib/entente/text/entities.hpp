// Character references of HTML and Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The text that the reference at the beginning of `text` stands for ("&amp;", "&#8217;", "&#x2019;") and its size in
// bytes; size 0 where there is none. Knows the names that occur in prose (data/lexicon/entities.tsv), with ";".
struct Entity {
  std::string text;
  std::size_t size = 0;
};
Entity entity_at(std::string_view text);

// Text with its references replaced.
std::string decode_entities(std::string_view text);

}  // namespace entente
