#include <entente/actors/phrase_table.hpp>

#include <algorithm>
#include <bit>

#include <entente/actors/surface.hpp>
#include <entente/base/hash.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_word_byte(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b >= 0x80;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The letters and digits at the beginning of a phrase, up to a curly apostrophe; at most `most` bytes.
std::string_view first_word(std::string_view text, std::size_t most = std::string_view::npos) {
  std::size_t size = 0;
  while (size < std::min(text.size(), most) && is_word_byte(text[size]) && text.substr(size, 2) != "\xE2\x80") {
    ++size;
  }
  return text.substr(0, std::max<std::size_t>(size, 1));
}

// The length in bytes of the character at the start of `text` that matches c: any apostrophe for an apostrophe, any
// hyphen for a hyphen, any run of spaces for a space. 0 if it does not match.
std::size_t mark_size(char c, std::string_view text) {
  if (c == ' ') {
    const auto size = text.find_first_not_of(" \t\r\n");
    if (text.substr(0, 2) == "\xC2\xA0") {
      return 2;
    }
    return size == std::string_view::npos ? text.size() : size;
  }
  const bool curly = c == '\'' && (text.substr(0, 3) == "\xE2\x80\x99" || text.substr(0, 3) == "\xE2\x80\x98");
  const bool hyphen = c == '-' && (text.substr(0, 3) == "\xE2\x80\x90" || text.substr(0, 3) == "\xE2\x80\x91");
  return curly || hyphen ? 3 : 0;
}

// The length in bytes of the match of the phrase at the start of the text; 0 if it does not match.
std::size_t reads(std::string_view text, std::string_view phrase, bool any_case) {
  std::size_t at = 0;
  for (const char c : phrase) {
    if (at >= text.size()) {
      return 0;
    }
    if (c != ' ' && (text[at] == c || (any_case && lower(text[at]) == lower(c)))) {
      ++at;
    } else if (const auto size = mark_size(c, text.substr(at)); size > 0) {
      at += size;
    } else {
      return 0;
    }
  }
  return at;
}

}  // namespace

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  const std::string_view word = first_word(phrase);
  longest_ = std::max(longest_, word.size());
  phrases_.push_back({hash_bytes(word), phrase, value, static_cast<std::uint32_t>(phrases_.size())});
}

void PhraseTable::build() {
  std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    if (a.key != b.key) {
      return a.key < b.key;
    }
    if (a.text.size() != b.text.size()) {
      return a.text.size() > b.text.size();
    }
    return a.text != b.text ? a.text < b.text : a.order < b.order;
  });
  values_.reserve(phrases_.size());
  for (const Phrase& phrase : phrases_) {
    values_.push_back(phrase.value);
  }
  buckets_.assign(std::bit_ceil(phrases_.size() * 2 + 2), {});
  for (std::uint32_t i = 0; i < phrases_.size();) {
    std::uint32_t end = i;
    while (end < phrases_.size() && phrases_[end].key == phrases_[i].key) {
      ++end;
    }
    std::size_t at = phrases_[i].key & (buckets_.size() - 1);
    while (buckets_[at].end != 0) {
      at = (at + 1) & (buckets_.size() - 1);
    }
    buckets_[at] = {phrases_[i].key, i, end};
    i = end;
  }
}

const PhraseTable::Bucket* PhraseTable::bucket(std::uint64_t key) const {
  if (buckets_.empty()) {
    return nullptr;
  }
  for (std::size_t at = key & (buckets_.size() - 1); buckets_[at].end != 0; at = (at + 1) & (buckets_.size() - 1)) {
    if (buckets_[at].key == key) {
      return &buckets_[at];
    }
  }
  return nullptr;
}

std::size_t PhraseTable::find(const Document& document, TokenId t, TokenId end, bool any_case,
                              std::span<Match> out) const {
  const auto begin_byte = document.tokens[t].text.begin;
  const auto text = std::string_view(document.text).substr(begin_byte);
  const auto word = first_word(text, longest_ + 1);
  if (word.size() > longest_) {
    return 0;
  }
  const Bucket* found = bucket(hash_bytes(any_case ? std::string_view(title_case(word)) : word));
  if (found == nullptr && any_case) {
    found = bucket(hash_bytes(word));
  }
  std::size_t count = 0;
  for (std::uint32_t i = found == nullptr ? 0 : found->begin; found != nullptr && i < found->end; ++i) {
    if (count > 0 && phrases_[i].text == phrases_[out[count - 1].phrase].text) {
      continue;
    }
    const auto size = reads(text, phrases_[i].text, any_case);
    if (size == 0) {
      continue;
    }
    TokenId last = t;
    while (last < end && document.tokens[last].text.end < begin_byte + size) {
      ++last;
    }
    if (last < end && document.tokens[last].text.end == begin_byte + size) {
      out[count++] = {{t, last + 1}, i};
      if (count == out.size()) {
        break;
      }
    }
  }
  return count;
}

std::span<const std::uint32_t> PhraseTable::values_of(std::uint32_t phrase) const {
  std::uint32_t end = phrase;
  while (end < phrases_.size() && phrases_[end].text == phrases_[phrase].text &&
         phrases_[end].key == phrases_[phrase].key) {
    ++end;
  }
  return {values_.data() + phrase, values_.data() + end};
}

}  // namespace entente
