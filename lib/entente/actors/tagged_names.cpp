#include <entente/actors/tagged_names.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <entente/actors/surface.hpp>
#include <entente/base/letters.hpp>

namespace entente {

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

bool is_letter_or_digit(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_possessive_mark(std::string_view form) { return form == "'s" || form == "\xE2\x80\x99s" || form == "'"; }

class Cleaner {
 public:
  explicit Cleaner(const Layers& layers) : layers_(layers) {}

  std::vector<TaggedName> clean() {
    find_noble_names();
    for (const Name& name : layers_.names.names) {
      if (name.tokens.empty() || layers_.of_actors[layers_.sentence_of[name.tokens.begin]] == 0 ||
          is_in_party_mark(layers_, name.tokens.begin) || put_noble_names(name.tokens)) {
        continue;
      }
      TaggedName tagged{name.tokens, kind_of(name.kind), name.confidence, name.kind == NameKind::Nationality};
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
      for (TokenId t = tokens.begin; layers_.of_actors[s] != 0 && t < tokens.end; ++t) {
        if (const Span name = noble_name_at(layers_, t); !name.empty()) {
          noble_.push_back(name);
        }
      }
    }
  }

  // Puts those that begin before the end of the tokens; true where one of them has some of the tokens.
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

  // "Merkel and Hollande" tagged as one is two.
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

  // "De", "dr": two letters are no name but in China and Korea.
  bool is_too_short(Span tokens) const {
    const auto word = form(tokens.begin);
    return tokens.size() == 1 &&
           (word.size() < 2 || (word.size() == 2 && !layers_.world.name_word(word).family_first && word != "Bo"));
  }

  bool is_suffix_after_comma(TokenId t, TokenId end) const {
    return form(t) == "," && t + 1 < end && layers_.world.name_word(form(t + 1)).suffix;
  }

  void person(TaggedName tagged) {
    tagged.tokens = without_title(trim(tagged.tokens));
    tagged.tokens = trim(tagged.tokens);
    while (tagged.tokens.size() > 1 && !may_end_name(tagged.tokens.end - 1)) {
      --tagged.tokens.end;
    }
    tagged.tokens = without_times(tagged.tokens);
    if (!tagged.tokens.empty() && !is_too_short(tagged.tokens) && !is_office_of_known(tagged.tokens) &&
        !is_title_alone(tagged.tokens)) {
      tagged.kind = is_of_many(tagged.tokens)     ? ActorKind::Group
                    : has_partners(tagged.tokens) ? ActorKind::Organisation
                                                  : tagged.kind;
      tagged.tokens = with_particles(tagged.tokens);
      with_partner(tagged);
      if (!join_with_given_name(tagged)) {
        put(tagged);
      }
    }
  }

  // "Simon & Schuster", tagged as a person
  bool has_partners(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (form(t) == "&") {
        return true;
      }
    }
    return false;
  }

  // "the Clintons", "the Karuvas"
  bool is_of_many(Span tokens) const {
    const TokenId t = tokens.begin;
    const bool many = layers_.is_plural(t) || has_plural_verb(t);
    const auto before = form(layers_.before(t));
    return tokens.size() == 1 && many && form(t).ends_with('s') && (before == "the" || before == "The");
  }

  // "the Karuvas were", "the Karuvas remain"
  bool has_plural_verb(TokenId t) const {
    TokenId verb = layers_.child(t, Deprel::Cop);
    if (verb == None && layers_.deprel(t) == Deprel::Nsubj) {
      verb = layers_.head(t);
      if (layers_.upos(verb) == Upos::Verb && form(verb) == layers_.lemma(verb)) {
        return layers_.features(verb).tense == Tense::Present && layers_.child(verb, Deprel::Aux) == None;
      }
      verb = layers_.child(verb, Deprel::Aux);
    }
    return verb != None && (form(verb) == "are" || form(verb) == "were" || form(verb) == "have");
  }

  // "European Commissioner", tagged as a person
  bool is_office_of_known(Span tokens) const {
    for (TokenId t = tokens.begin + 1; t < tokens.end && t < tokens.begin + 4; ++t) {
      if (office_of_words(layers_, {t, tokens.end}) != None && is_known({tokens.begin, t}) &&
          !layers_.world.given_names.contains(form(tokens.begin))) {
        return true;
      }
    }
    return false;
  }

  // "the Governor", "Foreign Secretary", tagged as persons: a title, where no longer name ends with it ("Mervyn King").
  // "the Pope" and "the Queen" are as good as names, where none follows.
  bool is_title_alone(Span tokens) const {
    const TokenId next = layers_.after(tokens);
    const bool named = next != None && is_capitalised(form(next)) && layers_.upos(next) == Upos::Propn;
    if (title_words_at(layers_, tokens.begin, tokens.end) != tokens.size() ||
        (layers_.world.name_word(form(tokens.begin)).regal && !named)) {
      return false;
    }
    const auto& names = layers_.names.names;
    return std::none_of(names.begin(), names.end(), [&](const Name& name) {
      return name.kind == NameKind::Person && name.tokens.size() > tokens.size() &&
             form(name.tokens.end - 1) == form(tokens.end - 1) &&
             title_words_at(layers_, name.tokens.begin, name.tokens.end) != name.tokens.size();
    });
  }

  // "Jordan" and "Smith", side by side
  bool join_with_given_name(const TaggedName& tagged) {
    if (out_.empty()) {
      return false;
    }
    TaggedName& last = out_.back();
    const bool joins = last.kind == ActorKind::Person && last.tokens.size() == 1 &&
                       last.tokens.end == tagged.tokens.begin &&
                       layers_.world.given_names.contains(form(last.tokens.begin)) &&
                       !layers_.world.given_names.contains(form(tagged.tokens.begin));
    if (joins) {
      last.tokens.end = tagged.tokens.end;
      last.confidence = std::max(last.confidence, tagged.confidence);
    }
    return joins;
  }

  void other(TaggedName tagged) {
    tagged.tokens = trim(tagged.tokens);
    if (tagged.nationality) {
      return put(tagged);
    }
    tagged.tokens = without_description(tagged.tokens);
    tagged.tokens = known_part(without_times(tagged.tokens));
    if (tagged.tokens.empty() || is_office_alone(tagged.tokens)) {
      return;
    }
    if (is_nationality_before_name(tagged.tokens)) {
      return person({{tagged.tokens.begin + 1, tagged.tokens.end}, ActorKind::Person, tagged.confidence, false});
    }
    if (const TokenId name = person_after_office(tagged.tokens); name != None) {
      return person({{name, tagged.tokens.end}, ActorKind::Person, tagged.confidence, false});
    }
    const Span full = abbreviated_by(tagged.tokens);
    if (!full.empty() && (out_.empty() || !out_.back().tokens.contains(full))) {
      while (!out_.empty() && out_.back().tokens.overlaps(full)) {
        out_.pop_back();
      }
      put({full, ActorKind::Organisation, tagged.confidence, false});
    }
    if (!join_with_last(tagged) && !join_with_owners(tagged) && !join_given_place(tagged)) {
      with_partner(tagged);
      with_purpose(tagged);
      put(tagged);
    }
  }

  // "the Campaign for Safe Roads in Peru" before "(CSRP)": the words whose first letters the brackets hold, if there
  // are three of them or more.
  Span abbreviated_by(Span tokens) const {
    const Span sentence = layers_.sentence_tokens(tokens.begin);
    const auto letters = form(tokens.begin);
    if (tokens.size() != 1 || letters.size() < 3 || !is_all_capitals(letters) ||
        layers_.before(tokens.begin, 4) == None || form(layers_.before(tokens)) != "(") {
      return {};
    }
    std::size_t left = letters.size();
    for (TokenId t = tokens.begin - 1; t > sentence.begin && left > 0;) {
      const auto word = form(--t);
      const bool joint = layers_.world.name_word(word).joint || word == "-" || is_possessive_mark(word);
      if (word.front() == letters[left - 1]) {
        if (--left == 0) {
          return {t, tokens.begin - 1};
        }
      } else if (!joint) {
        break;
      }
    }
    return {};
  }

  // "the Coalition" before "to Stop Landmines"
  void with_purpose(TaggedName& tagged) const {
    const TokenId sentence_end = layers_.sentence_tokens(tagged.tokens.begin).end;
    TokenId t = tagged.tokens.end;
    if (t + 2 >= sentence_end || form(t) != "to" || !is_capitalised(form(t + 1)) || layers_.upos(t + 1) != Upos::Verb ||
        !layers_.world.name_word(form(t - 1)).organisation) {
      return;
    }
    for (++t; t < sentence_end && (is_capitalised(form(t)) || layers_.world.name_word(form(t)).joint); ++t) {
      tagged.tokens.end = is_capitalised(form(t)) ? t + 1 : tagged.tokens.end;
    }
    tagged.kind = ActorKind::Organisation;
  }

  // "US firm Union Carbide", "Rostock-based Engineers Society", "liberal VVD party": what is said of a name, not the
  // name itself. Words in small letters that do not join a name's words end or begin it.
  Span without_description(Span tokens) const {
    TokenId last_small = None;
    for (TokenId t = tokens.begin; t + 1 < tokens.end; ++t) {
      const bool describes = is_plain_small(t) && (layers_.upos(t) == Upos::Noun || layers_.upos(t) == Upos::Verb ||
                                                   layers_.upos(t) == Upos::Adj || layers_.upos(t) == Upos::Adv ||
                                                   layers_.world.kind_words.find(form(t)) != nullptr);
      if (describes && has_capital({t + 1, tokens.end}) && !has_joint({tokens.begin, t})) {
        last_small = t;
      }
    }
    if (last_small != None) {
      tokens.begin = last_small + 1;
    }
    while (tokens.size() > 1 && is_plain_small(tokens.end - 1) && has_capital({tokens.begin, tokens.end - 1})) {
      --tokens.end;
    }
    return trim(tokens);
  }

  // In small letters, and neither a joint ("of") nor the rest of a word with a hyphen ("Al-jazeera").
  bool is_plain_small(TokenId t) const {
    const auto word = form(t);
    const bool small = word.front() >= 'a' && word.front() <= 'z' &&
                       std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return small && !layers_.world.name_word(word).joint && !layers_.world.name_word(word).particle && word != "'s";
  }

  bool has_joint(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (layers_.world.name_word(form(t)).joint) {
        return true;
      }
    }
    return false;
  }

  // "Dar es Salaam Tuesday"
  Span without_times(Span tokens) const {
    while (tokens.size() > 1 && is_time(tokens.end - 1)) {
      --tokens.end;
    }
    while (tokens.size() > 1 && is_time(tokens.begin)) {
      ++tokens.begin;
    }
    return trim(tokens);
  }

  bool is_time(TokenId t) const {
    std::array<PhraseTable::Match, 1> match;
    if (form(t).size() < 4 || layers_.world.phrases.find(layers_.document, t, t + 1, false, match) == 0) {
      return false;
    }
    const auto values = layers_.world.phrases.values_of(match[0].phrase);
    return form(t).ends_with("day") && layers_.world.uses[values.front()].form == UseForm::NoActor;
  }

  // "New World Bank President": a new president of the World Bank. "EU Migration Commissioner": a commissioner of the
  // EU.
  Span known_part(Span tokens) const {
    if (tokens.size() < 2 || is_known(tokens)) {
      return tokens;
    }
    const TokenId sentence_end = layers_.sentence_tokens(tokens.begin).end;
    if (form(tokens.begin) == "New" && is_known({tokens.begin + 1, tokens.end})) {
      return {tokens.begin + 1, tokens.end};
    }
    if (tokens.end < sentence_end && title_words_at(layers_, tokens.end, sentence_end) > 0) {
      for (TokenId end = tokens.end - 1; end > tokens.begin; --end) {
        if (is_known({tokens.begin, end})) {
          return {tokens.begin, end};
        }
      }
    }
    return tokens;
  }

  // "US Secretary of State", "French Foreign Minister": offices, with or without what they are held for.
  bool is_office_alone(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end && t < tokens.begin + 4; ++t) {
      if (office_of_words(layers_, {t, tokens.end}) != None) {
        return tokens.size() > 1 || !is_all_capitals(form(t));
      }
    }
    return false;
  }

  // "State Premier Stanislaw Tillich", "UN Secretary General Ban Ki Moon", tagged as one: where the person begins.
  TokenId person_after_office(Span tokens) const {
    for (TokenId t = tokens.begin; t + 1 < tokens.end && t < tokens.begin + 4; ++t) {
      const auto words = title_words_at(layers_, t, tokens.end - 1);
      const TokenId name = t + words;
      if (words == 0 || name >= tokens.end) {
        continue;
      }
      bool plain = true;
      for (TokenId n = name; n < tokens.end; ++n) {
        const auto& word = layers_.world.name_word(form(n));
        plain = plain && is_capitalised(form(n)) && !word.organisation && !word.place && !word.event;
      }
      const bool given =
          layers_.world.given_names.contains(form(name)) || layers_.world.name_word(form(name)).family_first;
      if (plain && (given || tokens.end - name == 1)) {
        return name;
      }
    }
    return None;
  }

  // "Chamber of Industry" and "Commerce", cut apart at the "and".
  bool join_with_last(const TaggedName& tagged) {
    if (out_.empty() || tagged.tokens.size() > 2 || tagged.kind == ActorKind::Person) {
      return false;
    }
    TaggedName& last = out_.back();
    const TokenId joint = layers_.before(tagged.tokens);
    const bool after_comma = last.tokens.end + 2 == tagged.tokens.begin && form(last.tokens.end) == ",";
    const bool beside =
        (last.tokens.end == joint || after_comma) && form(joint) == "and" && last.kind == ActorKind::Organisation;
    if (beside && has_comma(last.tokens) && layers_.world.name_word(form(tagged.tokens.end - 1)).organisation) {
      last.tokens.end = tagged.tokens.end;  // "the Social, Environmental, and Economic Council"
      return true;
    }
    if (!beside || after_comma || !has_joint(last.tokens) || last.tokens.size() < 3 ||
        is_all_capitals(form(tagged.tokens.begin)) || is_known(tagged.tokens)) {
      return false;
    }
    last.tokens.end = tagged.tokens.end;
    return true;
  }

  bool has_comma(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (form(t) == ",") {
        return true;
      }
    }
    return false;
  }

  // "Southwark Magistrates" and "Court", cut apart at the apostrophe.
  bool join_with_owners(const TaggedName& tagged) {
    if (out_.empty() || tagged.tokens.size() > 1 || !layers_.world.name_word(form(tagged.tokens.begin)).organisation) {
      return false;
    }
    TaggedName& last = out_.back();
    const TokenId mark = last.tokens.end;
    const bool owners = mark + 1 == tagged.tokens.begin && (form(mark) == "'" || form(mark) == "\xE2\x80\x99") &&
                        form(mark - 1).ends_with('s') && !is_known({mark - 1, mark}) && !is_known(last.tokens);
    if (owners) {
      last.tokens.end = tagged.tokens.end;
      last.kind = ActorKind::Organisation;
    }
    return owners;
  }

  // "Paulo" and "Guerrero", side by side, tagged as places
  bool join_given_place(const TaggedName& tagged) {
    if (out_.empty() || out_.back().tokens.end != tagged.tokens.begin || !is_capitalised(form(tagged.tokens.begin))) {
      return false;
    }
    TaggedName& last = out_.back();
    const bool person = last.kind == ActorKind::Place && tagged.kind == ActorKind::Place && last.tokens.size() == 1 &&
                        layers_.world.given_names.contains(form(last.tokens.begin)) && !is_known(last.tokens);
    if (person) {
      last.tokens.end = tagged.tokens.end;
      last.kind = ActorKind::Person;
    }
    return person;
  }

  // "Hartwell" before "& Sons"
  void with_partner(TaggedName& tagged) const {
    const Span sentence = layers_.sentence_tokens(tagged.tokens.begin);
    const TokenId sign = tagged.tokens.end;
    if (sign + 1 < sentence.end && form(sign) == "&" && is_capitalised(form(sign + 1)) &&
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

  bool is_known(Span tokens) const {
    std::array<PhraseTable::Match, 4> matches;
    const std::size_t found = layers_.world.phrases.find(layers_.document, tokens.begin, tokens.end, false, matches);
    return std::any_of(matches.begin(), matches.begin() + found,
                       [&](const auto& match) { return match.tokens == tokens; });
  }

  // "Shareholders are split": a noun that only begins its sentence.
  bool is_common_noun(Span tokens) const {
    const TokenId t = tokens.begin;
    return tokens.size() == 1 && layers_.upos(t) == Upos::Noun && layers_.is_plural(t) &&
           t == layers_.sentence_tokens(t).begin;
  }

  void put(const TaggedName& tagged) {
    if (is_common_noun(tagged.tokens)) {
      return;
    }
    const bool follows = out_.empty() || out_.back().tokens.end <= tagged.tokens.begin;
    if (!tagged.tokens.empty() && follows && has_capital(tagged.tokens)) {
      out_.push_back(tagged);
    }
  }

  bool has_capital(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (is_capitalised(form(t)) ||
          std::any_of(form(t).begin(), form(t).end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return true;
      }
    }
    return false;
  }

  // Articles, quotes, hyphens and possessive marks at the ends.
  Span trim(Span tokens) const {
    while (!tokens.empty() && !may_begin(tokens.begin)) {
      ++tokens.begin;
    }
    while (!tokens.empty() && !may_end(tokens.end - 1)) {
      --tokens.end;
    }
    return tokens;
  }

  bool may_begin(TokenId t) const {
    const auto word = form(t);
    return is_letter_or_digit(word) && word != "the" && word != "The" && word != "THE" && word != "a" && word != "an" &&
           word != "of" && word != "in" && word != "and" && word != "A" && !is_possessive_mark(word) &&
           layers_.upos(t) != Upos::Pron;
  }

  bool may_end(TokenId t) const {
    const auto word = form(t);
    const bool mark = word == "." || word == "!" || word == "+" || word == "?";  // "Yahoo!"
    return (is_letter_or_digit(word) && !is_possessive_mark(word) && word != "and" && word != "of" && word != "the") ||
           (mark && word == "+" && layers_.before(t) != None && !layers_.space_after(layers_.before(t)));
  }

  // A person's name ends with a capital, a suffix or a number ("Benedict XVI").
  bool may_end_name(TokenId t) const {
    return is_capitalised(form(t)) || layers_.world.name_word(form(t)).suffix ||
           (layers_.upos(t) == Upos::Propn && form(layers_.before(t)) == "-");
  }

  // "Chinese President Xi Jinping" → "Xi Jinping"; "the chancellor Merkel" → "Merkel".
  Span without_title(Span tokens) const {
    for (bool more = true; more && tokens.size() > 1;) {
      more = false;
      const auto words = title_words_at(layers_, tokens.begin, tokens.end - 1);
      if (words > 0) {
        tokens.begin += words;
        more = true;
      } else if (nationality_before_title(tokens) || is_nationality_before_name(tokens) ||
                 is_small_word(tokens.begin)) {
        ++tokens.begin;
        more = true;
      }
      tokens = trim(tokens);
    }
    return tokens;
  }

  // "German" of "the German Thomas Reuter"
  bool is_nationality_before_name(Span tokens) const {
    const TokenId t = tokens.begin;
    const auto before = form(layers_.before(t));
    if (tokens.size() < 3 || !layers_.world.given_names.contains(form(t + 1)) || (before != "the" && before != "The")) {
      return false;
    }
    std::array<PhraseTable::Match, 1> match;
    if (layers_.world.phrases.find(layers_.document, t, t + 1, false, match) == 0) {
      return false;
    }
    const auto uses = layers_.world.phrases.values_of(match[0].phrase);
    return std::any_of(uses.begin(), uses.end(),
                       [&](std::uint32_t use) { return layers_.world.uses[use].form == UseForm::Adjective; });
  }

  bool is_small_word(TokenId t) const { return !is_capitalised(form(t)) && !layers_.world.name_word(form(t)).particle; }

  // "Russian" of "Russian President Putin": not a name word when an office follows.
  bool nationality_before_title(Span tokens) const {
    for (TokenId t = tokens.begin + 1; t + 1 < tokens.end && t < tokens.begin + 3; ++t) {
      if (title_words_at(layers_, t, tokens.end - 1) > 0) {
        return layers_.world.given_name(form(tokens.begin)) == nullptr;
      }
    }
    return false;
  }

  // "Assad" after "al-", "Leyen" after "von der", "Kim Jong" before "-un".
  Span with_particles(Span tokens) const {
    for (TokenId before = word_before(tokens); joins(before) && !taken(before); before = word_before(tokens)) {
      tokens.begin = before;
    }
    for (TokenId hyphen = layers_.after(tokens); form(hyphen) == "-" && hyphenated(hyphen);
         hyphen = layers_.after(tokens)) {
      if (!layers_.world.given_names.contains(form(layers_.after(hyphen)))) {
        break;
      }
      tokens.end += 2;
    }
    return tokens;
  }

  // The word before, or the one before a hyphen without spaces.
  TokenId word_before(Span tokens) const {
    const TokenId before = layers_.before(tokens);
    return form(before) == "-" && hyphenated(before) ? layers_.before(before) : before;
  }
  bool hyphenated(TokenId hyphen) const {
    const TokenId before = layers_.before(hyphen);
    return before != None && !layers_.space_after(hyphen) && !layers_.space_after(before);
  }

  bool joins(TokenId t) const {
    const auto word = form(t);
    return layers_.world.name_word(word).particle && word.size() > 1 && layers_.upos(t) != Upos::Verb &&
           layers_.upos(t) != Upos::Adp && layers_.upos(t) != Upos::Det && word != "do" && word != "as" && word != "an";
  }

  bool taken(TokenId t) const { return !out_.empty() && out_.back().tokens.contains(t); }

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

Span noble_name_at(const Layers& layers, TokenId t) {
  const TokenId place = layers.after(t, 2);
  const auto before = layers.form(layers.before(t));
  if (!layers.world.name_word(layers.form(t)).noble || layers.form(layers.after(t)) != "of" || place == None ||
      !is_capitalised(layers.form(place)) || layers.upos(place) != Upos::Propn || before == "Crown" ||
      before == "Grand" || before == "crown" || before == "grand") {
    return {};
  }
  TokenId end = place + 1;
  while (layers.after(end - 1) != None && layers.upos(end) == Upos::Propn && is_capitalised(layers.form(end)) &&
         layers.head(end) == place) {
    ++end;
  }
  return {t, end};
}

std::vector<TaggedName> clean_tagged_names(const Layers& layers) { return Cleaner(layers).clean(); }

}  // namespace entente
