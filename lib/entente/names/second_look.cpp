#include <entente/names/second_look.hpp>

#include <algorithm>
#include <numeric>

#include <entente/base/letters.hpp>

namespace entente::inline v0_1 {

namespace {

// Puts the words in lower case into `key`, each followed by a space.
void write_key(const Document& document, Span tokens, std::string& key) {
  key.clear();
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    append_lower(key, document.form(t));
    key += ' ';
  }
}

bool begins_with_capital(const Document& document, TokenId token) {
  const LetterCase letter_case = letter_case_of(document.form(token));
  return letter_case != LetterCase::Absent && letter_case != LetterCase::Lower;
}

}  // namespace

NameMemory::NameMemory(const Document& document, const Names& first_reading)
    : document_(document), names_(first_reading) {
  constexpr float Surname = 0.5F;
  constexpr float GivenName = 0.25F;
  for (const Name& name : names_.names) {
    vote(name.tokens, name.kind, name.confidence);
    if (name.kind == NameKind::Person && name.tokens.size() > 1) {
      vote({name.tokens.end - 1, name.tokens.end}, name.kind, Surname * name.confidence);
      vote({name.tokens.begin, name.tokens.begin + 1}, name.kind, GivenName * name.confidence);
    }
  }
}

void NameMemory::vote(Span tokens, NameKind kind, float weight) {
  std::string key;
  write_key(document_, tokens, key);
  votes_[std::move(key)][static_cast<std::size_t>(kind)] += weight;
}

const NameMemory::KindVotes* NameMemory::find(Span tokens, std::string& key) const {
  write_key(document_, tokens, key);
  const auto found = votes_.find(key);
  return found == votes_.end() ? nullptr : &found->second;
}

void NameMemory::append_hints(Span sentence, std::vector<Hint>& out) const {
  std::string key;
  for (TokenId t = sentence.begin; t < sentence.end; ++t) {
    if (!begins_with_capital(document_, t)) {
      continue;
    }
    for (std::uint32_t size = std::min(LongestName, sentence.end - t); size > 0; --size) {
      if (const KindVotes* votes = find({t, t + size}, key)) {
        append_hints_for({t, t + size}, *votes, out);
        t += size - 1;
        break;
      }
    }
  }
}

void NameMemory::append_hints_for(Span tokens, const KindVotes& votes, std::vector<Hint>& out) const {
  constexpr float Least = 0.05F;
  const NameId name_here = names_.of_token[tokens.begin];
  const Name* const name =
      name_here != None && names_.names[name_here].tokens == tokens ? &names_.names[name_here] : nullptr;
  const float total = std::accumulate(votes.begin(), votes.end(), 0.0F);
  for (std::size_t k = 0; k < Kinds; ++k) {
    const auto kind = static_cast<NameKind>(k);
    const float own_vote = name != nullptr && name->kind == kind ? name->confidence : 0.0F;
    if (votes[k] - own_vote > Least) {
      out.push_back({tokens, kind, votes[k] - own_vote, votes[k] / total});
    }
  }
}

}  // namespace entente
