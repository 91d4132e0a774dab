// Prepares an article for storing.
#include <entente/base/hash.hpp>
#include <entente/formats/json.hpp>
#include <entente/store/packed.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

void append_bytes(std::string& bytes, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    bytes += static_cast<char>(value >> shift & 0xFFU);
  }
}

bool is_address(std::string_view source) { return source.find("://") != std::string_view::npos; }

}  // namespace

// The path of a file is not part of the content, because a file may have several paths.
std::string content_key(const Article& article) {
  const char divider = '\0';
  std::string all = article.title + divider + article.date + divider +
                    (is_address(article.source) ? article.source : "") + divider + article.text;
  std::string key;
  append_bytes(key, hash_bytes(all, 1));
  append_bytes(key, hash_bytes(all, 2));
  return key;
}

PackedArticle pack(const Article& article, const Document& document, Network network, const std::string& reader) {
  PackedArticle packed;
  packed.given = {.id = article.id,
                  .title = article.title,
                  .date = article.date,
                  .source = article.source,
                  .text = {},
                  .format = article.format};
  packed.record = network[boost::graph_bundle].articles.at(0);
  packed.content = content_key(article);
  packed.reader = reader;
  packed.original = deflated(article.text);
  packed.prose = deflated(document.text);
  packed.graph = deflated(write_json(network, JsonLayout::Line));
  packed.text = document.text;
  packed.words = document.tokens.size();
  packed.network = std::move(network);
  return packed;
}

}  // namespace entente
