#include <entente/actors/tagged_names.hpp>

#include <algorithm>

#include <entente/actors/surface.hpp>
#include <entente/base/letters.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t LongestOffice = 5;

ActorKind kind_of(NameKind kind) {
  switch (kind) {
    case NameKind::Person:
      return ActorKind::Person;
    case NameKind::Organisation:
      return ActorKind::Organisation;
    case NameKind::Place:
      return ActorKind::Place;
    case NameKind::Country:
    case NameKind::Nationality:
      return ActorKind::Country;
    case NameKind::Group:
      return ActorKind::Group;
    default:
      return ActorKind::Other;
  }
}

class TaggedNameReader {
 public:
  explicit TaggedNameReader(const Layers& layers) : layers_(layers) {}

  std::vector<TaggedName> read() {
    find_noble_names();
    for (const Name& name : layers_.names.names) {
      if (name.tokens.empty() || layers_.is_prose[layers_.sentence_of[name.tokens.begin]] == 0 ||
          is_in_party_mark(layers_, name.tokens.begin) || put_noble_names(name.tokens)) {
        continue;
      }
      const TaggedName tagged{name.tokens, kind_of(name.kind), name.confidence, name.kind == NameKind::Nationality};
      tagged.kind == ActorKind::Person ? persons(tagged) : other(tagged);
    }
    const auto end = static_cast<TokenId>(layers_.document.tokens.size());
    put_noble_names({end, end});
    return std::move(out_);
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }

  void find_noble_names() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && t < tokens.end; ++t) {
        if (const Span name = noble_name_at(layers_, t); !name.empty()) {
          noble_.push_back(name);
        }
      }
    }
  }

  // Adds the names that begin before the end of the tokens. Returns whether one of them overlaps the tokens.
  bool put_noble_names(Span tokens) {
    while (next_noble_ < noble_.size() && noble_[next_noble_].begin < tokens.end) {
      const Span name = noble_[next_noble_++];
      while (!out_.empty() && out_.back().tokens.overlaps(name)) {
        out_.pop_back();
      }
      put({name, ActorKind::Person, 1.0F, false});
    }
    return next_noble_ > 0 && noble_[next_noble_ - 1].overlaps(tokens);
  }

  // Splits "Merkel and Hollande", tagged as one name, into two.
  void persons(TaggedName tagged) {
    const TokenId end = tagged.tokens.end;
    for (TokenId t = tagged.tokens.begin; t < end; ++t) {
      const bool divides = form(t) == "and" || form(t) == "," || form(t) == "or" ||
                           (form(t) == "&" && t > tagged.tokens.begin + 1 && t + 2 < end);
      if (divides && !is_suffix_after_comma(t, end)) {
        person({{tagged.tokens.begin, t}, tagged.kind, tagged.confidence, tagged.nationality});
        tagged.tokens.begin = t + 1;
      }
    }
    person(tagged);
  }

  bool is_suffix_after_comma(TokenId t, TokenId end) const {
    return form(t) == "," && t + 1 < end && layers_.world.name_word(form(t + 1)).suffix;
  }

  void person(TaggedName tagged) {
    tagged.tokens = with_hyphenated(without_title(tagged.tokens));
    with_partner(tagged);
    if (!join_with_given_name(tagged)) {
      put(tagged);
    }
  }

  // "Denzel" and "Washington", "John B. C." and "Smith", side by side: a given name continues.
  bool join_with_given_name(const TaggedName& tagged) {
    if (out_.empty() || out_.back().kind != ActorKind::Person || out_.back().tokens.end != tagged.tokens.begin) {
      return false;
    }
    TaggedName& last = out_.back();
    const auto is_given = [&](TokenId t) { return layers_.world.given_names.contains(form(t)); };
    bool joins = is_given(last.tokens.begin) && !is_given(tagged.tokens.begin);
    for (TokenId t = last.tokens.begin + 1; t < last.tokens.end; ++t) {
      joins = joins && form(t).size() == 2 && form(t).ends_with('.');  // an initial
    }
    if (joins) {
      last.tokens.end = tagged.tokens.end;
      last.confidence = std::max(last.confidence, tagged.confidence);
    }
    return joins;
  }

  void other(TaggedName tagged) {
    if (tagged.tokens.size() == 1 && is_mark_of_ship(layers_, tagged.tokens.begin)) {
      return;
    }
    if (!tagged.nationality) {
      tagged.tokens = without_description(tagged.tokens);
      with_partner(tagged);
    }
    put(tagged);
  }

  // "airline Meridian", "daily Le Monde", "Sakhalin island": a lower-case description is not part of the name.
  Span without_description(Span tokens) const {
    while (tokens.size() > 1 && is_small(tokens.end - 1) && has_capital({tokens.begin, tokens.end - 1})) {
      --tokens.end;
    }
    for (TokenId t = tokens.end - 1; t-- > tokens.begin;) {
      if (describes(t) && has_capital({t + 1, tokens.end})) {
        return {t + 1, tokens.end};
      }
    }
    return tokens;
  }
  bool describes(TokenId t) const {
    const Upos upos = layers_.upos(t);
    return is_small(t) && (upos == Upos::Noun || upos == Upos::Verb || upos == Upos::Adj || upos == Upos::Adv ||
                           layers_.world.kind_words.find(form(t)) != nullptr);
  }
  // Is the word in lower case, and not one that joins the words of a name?
  bool is_small(TokenId t) const {
    const auto word = form(t);
    return word.front() >= 'a' && word.front() <= 'z' && !has_capital({t, t + 1}) &&
           !layers_.world.name_word(word).joint && !layers_.world.name_word(word).particle;
  }

  // "Hartwell" before "& Sons"
  void with_partner(TaggedName& tagged) const {
    const Span sentence = layers_.sentence_tokens(tagged.tokens.begin);
    const TokenId sign = tagged.tokens.end;
    if (sign + 1 < sentence.end && form(sign) == "&" && is_capitalized(form(sign + 1)) &&
        !(tagged.kind == ActorKind::Person && tagged.tokens.size() > 1 && is_full_name_at(sign + 1))) {
      tagged.tokens.end = sign + 2;
      tagged.kind = ActorKind::Organisation;
    }
  }

  // "José Barroso" after "François Hollande &"
  bool is_full_name_at(TokenId t) const {
    const NameId name = layers_.names.of_token[t];
    return name != None && layers_.names.names[name].kind == NameKind::Person &&
           layers_.names.names[name].tokens.begin == t && layers_.names.names[name].tokens.size() > 1;
  }

  void put(const TaggedName& tagged) {
    const bool follows = out_.empty() || out_.back().tokens.end <= tagged.tokens.begin;
    if (!tagged.tokens.empty() && follows && has_capital(tagged.tokens)) {
      out_.push_back(tagged);
    }
  }

  bool has_capital(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (is_capitalized(form(t)) ||
          std::any_of(form(t).begin(), form(t).end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return true;
      }
    }
    return false;
  }

  // "Chinese President Xi Jinping" → "Xi Jinping"; "the chancellor Merkel" → "Merkel".
  Span without_title(Span tokens) const {
    while (tokens.size() > 1) {
      if (const auto words = title_words_at(layers_, tokens.begin, tokens.end - 1); words > 0) {
        tokens.begin += words;
      } else if (nationality_before_title(tokens)) {
        ++tokens.begin;
      } else {
        break;
      }
    }
    return tokens;
  }

  // "Russian" of "Russian President Putin": not a name word when an office follows.
  bool nationality_before_title(Span tokens) const {
    for (TokenId t = tokens.begin + 1; t + 1 < tokens.end && t < tokens.begin + 3; ++t) {
      if (title_words_at(layers_, t, tokens.end - 1) > 0) {
        return layers_.world.given_name(form(tokens.begin)) == nullptr;
      }
    }
    return false;
  }

  // "Kim Jong" before "-un"
  Span with_hyphenated(Span tokens) const {
    while (joins(layers_.after(tokens))) {
      tokens.end += 2;
    }
    return tokens;
  }
  bool joins(TokenId hyphen) const {
    const TokenId before = layers_.before(hyphen);
    return form(hyphen) == "-" && before != None && !layers_.space_after(hyphen) && !layers_.space_after(before) &&
           layers_.world.given_names.contains(form(layers_.after(hyphen)));
  }

  const Layers& layers_;
  std::vector<TaggedName> out_;
  std::vector<Span> noble_;  // "Duke of Sussex"
  std::size_t next_noble_ = 0;
};

}  // namespace

OfficeId office_of_words(const Layers& layers, Span tokens) {
  char buffer[96];
  std::size_t size = 0;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    const auto word = layers.form(t);
    const bool hyphen = word == "-";
    if (size + word.size() + 1 >= sizeof buffer) {
      return None;
    }
    if (t > tokens.begin && !hyphen && !(t > 0 && layers.form(t - 1) == "-")) {
      buffer[size++] = ' ';
    }
    for (const char c : t == tokens.begin ? word.substr(ex_prefix(word)) : word) {
      buffer[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  const auto* found = layers.world.office_words.find({buffer, size});
  if (found == nullptr && tokens.size() == 1) {  // "CEO", "PM" are kept as they are written
    found = layers.world.office_words.find(layers.form(tokens.begin));
  }
  return found == nullptr ? None : *found;
}

std::uint32_t title_words_at(const Layers& layers, TokenId begin, TokenId end) {
  for (TokenId last = std::min(end, begin + LongestOffice); last > begin; --last) {
    if (office_of_words(layers, {begin, last}) != None) {
      const bool first_name = last == begin + 1 && layers.world.given_names.contains(layers.form(begin));
      return first_name ? 0 : last - begin;
    }
  }
  return begin < end && layers.world.name_word(layers.form(begin)).honorific &&
                 !layers.world.given_names.contains(layers.form(begin))
             ? 1
             : 0;
}

std::uint32_t title_words_before(const Layers& layers, TokenId begin, TokenId end) {
  for (TokenId first = end - std::min(LongestOffice, end - begin); first < end; ++first) {
    if (office_of_words(layers, {first, end}) != None) {
      return end - first;
    }
  }
  return end > begin && layers.world.name_word(layers.form(end - 1)).honorific ? 1 : 0;
}

bool is_in_party_mark(const Layers& layers, TokenId t) {
  for (TokenId letter = t; letter != None && letter + 3 >= t; letter = layers.before(letter)) {
    const auto opening = layers.form(layers.before(letter));
    if (opening == "(" || opening == ",") {
      return layers.world.name_word(layers.form(letter)).party_letter && layers.form(layers.after(letter)) == "-";
    }
  }
  return false;
}

bool is_mark_of_ship(const Layers& layers, TokenId t) {
  return layers.world.name_word(lower_case(layers.form(t))).ship && is_capitalized(layers.form(layers.after(t)));
}

Span noble_name_at(const Layers& layers, TokenId t) {
  const TokenId place = layers.after(t, 2);
  const auto before = layers.form(layers.before(t));
  if (!layers.world.name_word(layers.form(t)).noble || layers.form(layers.after(t)) != "of" || place == None ||
      !is_capitalized(layers.form(place)) || layers.upos(place) != Upos::Propn ||
      layers.world.name_word(before).before_noble) {
    return {};
  }
  TokenId end = place + 1;
  while (layers.after(end - 1) != None && layers.upos(end) == Upos::Propn && is_capitalized(layers.form(end)) &&
         layers.head(end) == place) {
    ++end;
  }
  return {t, end};
}

std::vector<TaggedName> read_tagged_names(const Layers& layers) { return TaggedNameReader(layers).read(); }

}  // namespace entente
