#include <entente/actors/name_kinds.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <entente/actors/surface.hpp>
#include <entente/actors/tagged_names.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t Kinds = static_cast<std::size_t>(ActorKind::Other) + 1;

using Score = std::array<float, Kinds>;
static_assert(Kinds == std::tuple_size_v<decltype(KindVotes::tagger)>);

constexpr float Certain = 10.0F;  // of a kind that is decided already

float& of(Score& score, ActorKind kind) { return score[static_cast<std::size_t>(kind)]; }

class KindDecider {
 public:
  KindDecider(const Layers& layers, std::vector<MentionDraft> names) : layers_(layers), drafts_(std::move(names)) {}

  NamesWithKinds run() {
    std::erase_if(drafts_, [this](const MentionDraft& draft) { return is_field_of_study(draft); });
    mark_storms_and_ships();
    collect();
    leave_out_unknown_countries();
    settle();
    learn();
    std::vector<KindDecision> all = decisions();
    return {std::move(drafts_), std::move(all)};
  }

 private:
  std::string_view text(Span tokens) const { return layers_.document.view_tokens(tokens); }
  std::string_view form(TokenId t) const { return layers_.form(t); }

  bool is_open(const MentionDraft& draft) const { return draft.entry == None && draft.certainty < Certain; }

  // "professor of International Relations": capitalized, but not an actor.
  bool is_field_of_study(const MentionDraft& draft) const {
    if (!is_open(draft) || draft.kind == ActorKind::Person) {
      return false;
    }
    const auto joint = form(layers_.before(draft.tokens));
    const bool learned = layers_.world.name_word(lower_case(form(layers_.before(draft.tokens.begin, 2)))).learned;
    return (joint == "of" || joint == "in" || joint == "for") && learned &&
           !layers_.world.name_word(form(draft.tokens.end - 1)).organisation;
  }

  // "Hurricane Ian", "the USS Carl Vinson", and "Ian" alone in such a text, are not persons.
  void mark_storms_and_ships() {
    std::map<std::string_view, bool> storms;  // by the last word of a name: a storm, or else a ship
    for (const MentionDraft& draft : drafts_) {
      const NameWord& word = word_that_tells(draft.tokens);
      if (is_open(draft) && (word.storm || word.ship)) {
        storms.emplace(form(draft.tokens.end - 1), word.storm);
      }
    }
    for (MentionDraft& draft : drafts_) {
      const NameWord& word = word_that_tells(draft.tokens);
      const auto again = draft.tokens.size() == 1 ? storms.find(form(draft.tokens.begin)) : storms.end();
      if (is_open(draft) && (word.storm || word.ship || again != storms.end())) {
        draft.kind = ActorKind::Other;
        draft.certainty = Certain;
        draft.storm = word.storm || (again != storms.end() && again->second);
      }
    }
  }
  // The capitalized word at the beginning of such a name, or before it.
  const NameWord& word_that_tells(Span tokens) const {
    static const NameWord none;
    constexpr TokenId Longest = 4;
    const auto word = [&](TokenId t) -> const NameWord& {
      return t != None && is_capitalized(form(t)) ? layers_.world.name_word(lower_case(form(t))) : none;
    };
    if (tokens.size() > Longest || layers_.world.name_word(form(tokens.end - 1)).organisation) {
      return none;
    }
    const NameWord& first = word(tokens.begin);
    const NameWord& before = word(layers_.before(tokens));
    if (tokens.size() > 1 && (first.ship || (first.storm && tokens.size() == 2))) {
      return first;
    }
    return tokens.size() == 1 || before.ship ? before : none;
  }

  void collect() {
    for (const MentionDraft& draft : drafts_) {
      if (!is_open(draft)) {
        continue;
      }
      KindVotes& votes = votes_[std::string(text(draft.tokens))];
      of(votes.tagger, draft.kind) += draft.certainty;
      const auto read = layers_.mention_scores.names(head_of(draft.tokens));
      const Score words = score_of_words(draft.tokens);
      for (std::size_t k = 0; k < Kinds; ++k) {
        votes.mentions[k] += read[k];
        votes.words[k] += words[k];
      }
    }
  }

  // The lexicon has all countries, so an unknown "country" gets its next most probable kind. If that has little support
  // either ("a Cantonese opera", "anti-French protests"), the name does not refer to an actor.
  void leave_out_unknown_countries() {
    std::set<std::string, std::less<>> no_actors;
    for (const MentionDraft& draft : drafts_) {
      KindVotes* const votes = is_open(draft) ? &votes_.find(text(draft.tokens))->second : nullptr;
      if (votes == nullptr || likeliest(*votes) != ActorKind::Country || holds_a_country(draft.tokens)) {
        continue;
      }
      const float for_country = total(*votes)[static_cast<std::size_t>(ActorKind::Country)];
      of(votes->tagger, ActorKind::Country) = of(votes->mentions, ActorKind::Country) = 0.0F;
      const Score others = total(*votes);
      if (*std::max_element(others.begin(), others.end()) < for_country / 2) {
        no_actors.emplace(text(draft.tokens));
      }
    }
    std::erase_if(drafts_,
                  [&](const MentionDraft& draft) { return is_open(draft) && no_actors.contains(text(draft.tokens)); });
    std::erase_if(votes_, [&](const auto& entry) { return no_actors.contains(entry.first); });
  }

  // "Benin Republic"
  bool holds_a_country(Span tokens) const {
    const auto names_country = [&](std::uint32_t value) {
      const Use& use = layers_.world.uses[value];
      return use.entry != None && layers_.world.entries[use.entry].kind == ActorKind::Country;
    };
    std::array<PhraseTable::Match, 3> matches;
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      const auto count = layers_.world.phrases.find(layers_.document, t, tokens.end, false, matches);
      for (std::size_t i = 0; i < count; ++i) {
        const auto values = layers_.world.phrases.values_of(matches[i].phrase);
        if (std::any_of(values.begin(), values.end(), names_country)) {
          return true;
        }
      }
    }
    return false;
  }

  // The votes of the words of the name itself.
  Score score_of_words(Span tokens) const {
    Score score{};
    const auto& last = layers_.world.name_word(form(tokens.end - 1));
    const auto& first = layers_.world.name_word(form(tokens.begin));
    const bool several = tokens.size() > 1;
    const bool given = several && layers_.world.given_names.contains(form(tokens.begin));
    if (several && (last.strong_organisation || (first.strong_organisation && !given))) {
      of(score, ActorKind::Organisation) += 1.5F;
    } else if (several && last.organisation && !given) {
      of(score, ActorKind::Organisation) += 0.5F;
    }
    if (given) {
      of(score, ActorKind::Person) += last.organisation || last.place ? 0.3F : 1.1F;
    }
    if (!several && layers_.world.given_names.contains(form(tokens.begin))) {
      of(score, ActorKind::Person) += 0.9F;
    }
    if (several && last.place && !given) {
      of(score, ActorKind::Place) += 0.5F;
    }
    if (several && (last.event || last.work) && !last.strong_organisation && !given) {
      of(score, ActorKind::Other) += 0.7F;
    }
    if (!several && is_all_capitals(form(tokens.begin)) && form(tokens.begin).size() <= 5) {
      of(score, ActorKind::Organisation) += 0.3F;
    }
    return score;
  }

  TokenId head_of(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (layers_.head(t) == None || !tokens.contains(layers_.head(t))) {
        return t;
      }
    }
    return tokens.begin;
  }

  static Score total(const KindVotes& votes) {
    Score sum{};
    for (std::size_t k = 0; k < Kinds; ++k) {
      sum[k] = votes.tagger[k] + votes.mentions[k] + votes.words[k];
    }
    return sum;
  }

  static ActorKind likeliest(const KindVotes& votes) {
    const Score sum = total(votes);
    return static_cast<ActorKind>(std::max_element(sum.begin(), sum.end()) - sum.begin());
  }

  void settle() {
    for (MentionDraft& draft : drafts_) {
      if (is_open(draft)) {
        draft.kind = likeliest(votes_.find(text(draft.tokens))->second);
      }
    }
  }

  // The last word of a person's full name is a person too; this corrects the tagger's kinds of surnames.
  void learn() {
    for (const MentionDraft& draft : drafts_) {
      if (draft.kind == ActorKind::Person && draft.tokens.size() > 1) {
        surname_of(draft);
      }
      if (draft.kind == ActorKind::Organisation) {
        company_of(draft);
      }
    }
    for (MentionDraft& draft : drafts_) {
      const auto name = text(draft.tokens);
      if (draft.kind == ActorKind::Person && is_open(draft) && !surnames_.contains(name) && companies_.contains(name)) {
        overrule(draft, ActorKind::Organisation, "short for a company of the article");
      }
    }
    for (MentionDraft& draft : drafts_) {
      if (is_open(draft) && is_family(draft)) {
        overrule(draft, ActorKind::Group, "a family of the article");
        continue;
      }
      if (!surnames_.contains(text(draft.tokens))) {
        continue;
      }
      const bool other_kind = draft.kind != ActorKind::Person && is_open(draft);
      const bool namesake = draft.entry != None && draft.tagged_person && draft.form == MentionForm::Name &&
                            !layers_.world.entries[draft.entry].user;
      if (other_kind || namesake) {
        overrule(draft, ActorKind::Person, "surname of a person of the article");
        draft.entry = draft.city = None;
        draft.use = UseForm::Name;
        draft.form = MentionForm::Name;
      }
    }
  }

  void overrule(MentionDraft& draft, ActorKind kind, std::string_view reason) {
    draft.kind = kind;
    reasons_[std::string(text(draft.tokens))] = reason;
  }

  std::vector<KindDecision> decisions() const {
    std::map<std::string_view, ActorKind> kinds;
    for (const MentionDraft& draft : drafts_) {
      kinds[text(draft.tokens)] = draft.kind;
    }
    std::vector<KindDecision> all;
    for (const auto& [name, votes] : votes_) {
      const auto reason = reasons_.find(name);
      all.push_back({name, votes, kinds[name], reason == reasons_.end() ? "" : std::string(reason->second)});
    }
    return all;
  }

  // "the Clintons"
  bool is_of_many(const MentionDraft& draft) const {
    const TokenId t = draft.tokens.begin;
    const auto before = form(layers_.before(t));
    return draft.tokens.size() == 1 && form(t).size() > 3 && form(t).ends_with('s') &&
           (before == "the" || before == "The");
  }
  // … where there is a Clinton
  bool is_family(const MentionDraft& draft) const {
    const auto word = form(draft.tokens.begin);
    return is_of_many(draft) && surnames_.contains(word.substr(0, word.size() - 1));
  }

  // "Bergmann AG", "Bergmann Industries Inc." show that "Bergmann" alone may be the company.
  void company_of(const MentionDraft& draft) {
    const TokenId last = draft.tokens.end - 1;
    if (draft.tokens.size() < 2 || !layers_.world.name_word(form(last)).legal_form) {
      return;
    }
    for (TokenId t = draft.tokens.begin + 1; t <= last; ++t) {
      if (!layers_.world.name_word(form(t)).organisation) {
        return;
      }
    }
    companies_.insert(form(draft.tokens.begin));
  }

  void surname_of(const MentionDraft& draft) {
    const TokenId last = draft.tokens.end - 1;
    const auto& word = layers_.world.name_word(form(last));
    if (!word.suffix && form(last).size() > 2 && is_capitalized(form(last))) {
      surnames_.insert(form(last));
    }
    const TokenId first = draft.tokens.begin;
    if (layers_.world.name_word(form(first)).family_first) {
      surnames_.insert(form(first));
    }
  }

  const Layers& layers_;
  std::vector<MentionDraft> drafts_;
  std::map<std::string, KindVotes, std::less<>> votes_;           // by name: what all of its mentions together say
  std::map<std::string, std::string_view, std::less<>> reasons_;  // by name: what overruled them
  std::set<std::string_view> surnames_;
  std::set<std::string_view> companies_;
};

}  // namespace

NamesWithKinds decide_kinds_of_names(const Layers& layers, std::vector<MentionDraft> names) {
  return KindDecider(layers, std::move(names)).run();
}

}  // namespace entente
