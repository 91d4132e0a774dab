#include <entente/actors/name_votes.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <entente/actors/surface.hpp>
#include <entente/actors/tagged_names.hpp>

namespace entente {

namespace {

constexpr std::size_t Kinds = static_cast<std::size_t>(ActorKind::Other) + 1;
constexpr std::uint32_t LongestName = 6;

using Score = std::array<float, Kinds>;

// What speaks for each kind of a name. The tagger sees the same name alike everywhere, so that more than a few of its
// looks tell nothing new; what the text says of it does.
struct Ballot {
  Score looks{};  // of the tagger and of the name's own words
  Score told{};
  int mentions = 0;
};
constexpr int MostLooks = 3;
constexpr float Certain = 10.0F;    // of what is not voted on
constexpr float ReadWeight = 1.0F;  // of what the layer of mentions sees, beside the tagger's certainty

float& of(Score& score, ActorKind kind) { return score[static_cast<std::size_t>(kind)]; }

class Votes {
 public:
  Votes(const Layers& layers, const std::vector<std::uint8_t>& credits, std::vector<MentionDraft>& drafts)
      : layers_(layers), credits_(credits), drafts_(drafts) {}

  void run() {
    std::erase_if(drafts_, [this](const MentionDraft& draft) { return is_field_of_study(draft); });
    mark_storms();
    collect();
    settle();
    learn();
    add_missed();
  }

 private:
  std::string_view text(Span tokens) const { return layers_.document.view_tokens(tokens); }
  std::string_view form(TokenId t) const { return layers_.form(t); }

  bool is_open(const MentionDraft& draft) const { return draft.entry == None && draft.certainty < Certain; }

  // "professor of International Relations": capitalised, but nobody.
  bool is_field_of_study(const MentionDraft& draft) const {
    if (!is_open(draft) || draft.kind == ActorKind::Person) {
      return false;
    }
    const auto joint = form(layers_.before(draft.tokens));
    const bool learned = layers_.world.name_word(lower_case(form(layers_.before(draft.tokens.begin, 2)))).learned;
    return (joint == "of" || joint == "in" || joint == "for") && learned &&
           !layers_.world.name_word(form(draft.tokens.end - 1)).organisation;
  }

  // "Hurricane Ian", and "Ian" of a text that has it, are no person.
  void mark_storms() {
    std::set<std::string, std::less<>> storms;
    for (const MentionDraft& draft : drafts_) {
      if (is_open(draft) && is_storm(draft.tokens)) {
        storms.emplace(form(draft.tokens.end - 1));
      }
    }
    for (MentionDraft& draft : drafts_) {
      const bool again = draft.tokens.size() == 1 && storms.contains(form(draft.tokens.begin));
      if (is_open(draft) && (again || is_storm(draft.tokens))) {
        draft.kind = ActorKind::Other;
        draft.certainty = Certain;
        draft.storm = true;
      }
    }
  }
  bool is_storm(Span tokens) const {
    const TokenId word = tokens.size() > 1 ? tokens.begin : layers_.before(tokens);
    const bool title = layers_.world.name_word(lower_case(form(word))).storm && is_capitalised(form(word));
    return title && tokens.size() <= 2 && !layers_.world.name_word(form(tokens.end - 1)).organisation;
  }

  void collect() {
    for (MentionDraft& draft : drafts_) {
      if (!is_open(draft)) {
        continue;
      }
      Ballot& ballot = ballots_[std::string(text(draft.tokens))];
      ++ballot.mentions;
      of(ballot.looks, draft.kind) += draft.certainty;
      const auto read = layers_.readings.names(head_of(draft.tokens));
      for (std::size_t k = 0; k < Kinds; ++k) {
        ballot.looks[k] += ReadWeight * read[k];
      }
      const Score words = votes_of_words(draft.tokens);
      for (std::size_t k = 0; k < Kinds; ++k) {
        ballot.looks[k] += words[k];
      }
      Score& told = ballot.told;
      const ActorKind somebody =
          draft.kind == ActorKind::Group || is_of_many(draft) ? ActorKind::Group : ActorKind::Person;
      of(told, somebody) += title_vote(draft) + deed_vote(draft);
      kind_word_vote(draft, told);
      following_word_vote(draft, told);
      apposition_vote(draft, told);
      of(told, ActorKind::Organisation) += office_vote(draft) + body_vote(draft);
    }
  }

  // "chief executive of Meridian", "Meridian CEO": what such an office is held for is a body.
  float office_vote(const MentionDraft& draft) const {
    const Span sentence = layers_.sentence_tokens(draft.tokens.begin);
    const TokenId joint = layers_.before(draft.tokens);
    if (form(joint) == "of" || form(joint) == "at") {
      for (TokenId first = joint - std::min<TokenId>(3, joint - sentence.begin); first < joint; ++first) {
        const OfficeId office = office_of_words(layers_, {first, joint});
        if (is_office_of_body(office)) {
          return 2.0F;
        }
        if (office != None && form(joint) == "at" && layers_.world.offices[office].tie == OfficeTie::Member) {
          return 1.0F;  // "analysts at Meridian"
        }
      }
    }
    const TokenId end = draft.tokens.end;
    for (TokenId last = std::min(sentence.end, end + 3); last > end; --last) {
      if (is_office_of_body(office_of_words(layers_, {end, last}))) {
        return 2.0F;
      }
    }
    return 0.0F;
  }

  bool is_office_of_body(OfficeId office) const {
    if (office == None) {
      return false;
    }
    const Office& it = layers_.world.offices[office];
    return it.of == ActorKind::Organisation && (it.tie == OfficeTie::Leads || it.tie == OfficeTie::Represents);
  }

  // What the words of the name themselves say.
  Score votes_of_words(Span tokens) const {
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

  // What only persons do and have: "Nyro married", "Blige's husband", "Haslam, who".
  float deed_vote(const MentionDraft& draft) const {
    const TokenId t = head_of(draft.tokens);
    if (layers_.upos(t) != Upos::Propn) {
      return 0.0F;  // "Assistants who"
    }
    const TokenId head = layers_.head(t);
    float vote = 0.0F;
    if (head != None) {
      const Deprel d = layers_.deprel(t);
      const auto& word = layers_.world.name_word(layers_.lemma(head));
      vote += (d == Deprel::Nsubj || d == Deprel::NsubjPass) && word.person_verb ? 0.6F : 0.0F;
      vote += d == Deprel::NmodPoss && word.person_noun ? 0.6F : 0.0F;
    }
    const TokenId beside = layers_.after(draft.tokens);
    const bool comma = form(beside) == "," && layers_.after(beside) != None;
    const auto next = form(comma ? layers_.after(beside) : beside);
    vote += next == "who" || next == "whom" ? 0.8F : 0.0F;
    return vote;
  }

  // What only bodies do and have done to them: "Meridian, which", "the FNE", "acquired Meridian".
  float body_vote(const MentionDraft& draft) const {
    const TokenId t = head_of(draft.tokens);
    const auto before = form(layers_.before(draft.tokens));
    const TokenId next = layers_.after(draft.tokens);
    const bool capitals = draft.tokens.size() == 1 && is_all_capitals(form(draft.tokens.begin));
    float vote = 0.0F;
    if (form(next) == "," && form(layers_.after(next)) == "which") {
      vote += 0.6F;
    }
    if (capitals && before == "the") {
      vote += 1.0F;
    }
    if (capitals && before == "(" && form(next) == ")") {
      vote += 1.5F;  // "(RFEF)"
    }
    const TokenId verb = layers_.head(t);
    if (verb != None && layers_.upos(verb) == Upos::Verb) {
      const Deprel d = layers_.deprel(t);
      const auto& word = layers_.world.name_word(layers_.lemma(verb));
      vote += (d == Deprel::Nsubj && word.body_verb) || (d == Deprel::Obj && word.body_object) ||
                      (d == Deprel::NsubjPass && word.body_object)
                  ? 0.8F
                  : 0.0F;
    }
    return vote;
  }

  TokenId head_of(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (layers_.head(t) == None || !tokens.contains(layers_.head(t))) {
        return t;
      }
    }
    return tokens.begin;
  }

  float title_vote(MentionDraft& draft) const {
    const TokenId begin = layers_.sentence_tokens(draft.tokens.begin).begin;
    const auto words = title_words_before(layers_, begin, draft.tokens.begin);
    if (words == 0) {
      return 0.0F;
    }
    // "the police chief Smith", but not "Mr. President, Germany"
    draft.titled = true;
    return draft.kind == ActorKind::Person ? 1.0F : 0.5F;
  }

  // "the magazine Charlie Hebdo", "the city of Niigata"
  void kind_word_vote(MentionDraft& draft, Score& score) const {
    TokenId noun = layers_.before(draft.tokens);
    bool of_before = false;
    while (form(noun) == "\"" || form(noun) == "\xE2\x80\x9C" || form(noun) == "of" || form(noun) == "'") {
      of_before = form(noun) == "of";
      noun = layers_.before(noun);
    }
    if (noun == None) {
      return;
    }
    const KindWord* word = layers_.world.kind_words.find(lower_case(form(noun)));
    if (const TokenId first = layers_.before(noun); word == nullptr && first != None) {  // "think tank"
      word = layers_.world.kind_words.find(lower_case(form(first)) + " " + lower_case(form(noun)));
    }
    if (word == nullptr || (of_before && word->kind != ActorKind::Place) || word->form == KindForm::Stands) {
      return;
    }
    const TokenId name = head_of(draft.tokens);
    const bool linked = layers_.head(name) == noun || layers_.head(noun) == name;  // not "the city Putin visited"
    of(score, word->kind) += linked ? 2.5F : 1.0F;
    draft.classes |= word->classes;
  }

  // "Økokrim, the Norwegian agency against …, searched", "Anna Roe, the mayor, …"
  void apposition_vote(MentionDraft& draft, Score& score) const {
    const TokenId name = head_of(draft.tokens);
    if (layers_.deprel(name) == Deprel::Appos &&
        layers_.head(name) < name) {  // "Chile's competition authority, the FNE"
      noun_vote(layers_.head(name), draft, score);
    }
    for (const TokenId noun : layers_.children(name)) {
      if (layers_.deprel(noun) == Deprel::Appos && noun >= draft.tokens.end &&
          form(layers_.after(draft.tokens)) == ",") {
        noun_vote(noun, draft, score);
      }
    }
  }
  void noun_vote(TokenId noun, MentionDraft& draft, Score& score) const {
    if (layers_.upos(noun) != Upos::Noun || layers_.is_plural(noun)) {
      return;
    }
    if (layers_.world.is_kin(layers_.lemma(noun))) {
      of(score, ActorKind::Person) += 2.0F;
    } else if (office_of_words(layers_, {noun, noun + 1}) != None) {
      of(score, ActorKind::Person) += 1.0F;
    } else if (const KindWord* word = layers_.world.kind_words.find(layers_.lemma(noun));
               word != nullptr && word->form != KindForm::Stands) {
      of(score, word->kind) += 2.0F;
      draft.classes |= word->classes;
    }
  }

  // "the Ostrava pipeline", "the Wagner group"
  void following_word_vote(MentionDraft& draft, Score& score) const {
    const TokenId next = layers_.after(draft.tokens);
    if (layers_.upos(next) != Upos::Noun || layers_.head(head_of(draft.tokens)) != next) {
      return;
    }
    const auto word = layers_.lemma(next);
    if (layers_.world.name_word(word).thing) {
      of(score, ActorKind::Other) += 8.0F;  // however often the tagger took it for a person
    } else if (const KindWord* kind = layers_.world.kind_words.find(word);
               kind != nullptr && kind->form != KindForm::Stands && kind->form != KindForm::Arm) {
      of(score, kind->kind) += 0.7F;
    }
  }

  void settle() {
    for (auto& [name, ballot] : ballots_) {
      const float weight =
          static_cast<float>(std::min(ballot.mentions, MostLooks)) / static_cast<float>(ballot.mentions);
      for (std::size_t k = 0; k < Kinds; ++k) {
        ballot.told[k] += weight * ballot.looks[k];
      }
      const auto best = std::max_element(ballot.told.begin(), ballot.told.end());
      kinds_[name] = {static_cast<ActorKind>(best - ballot.told.begin()), *best};
    }
    for (MentionDraft& draft : drafts_) {
      if (!is_open(draft)) {
        continue;
      }
      const auto& [kind, certainty] = kinds_[std::string(text(draft.tokens))];
      draft.kind = kind;
      draft.certainty = certainty;
    }
  }

  // Full names tell what their last words are; where the tagger calls a surname something else, it is corrected.
  void learn() {
    for (const MentionDraft& draft : drafts_) {
      if (draft.form == MentionForm::Name && draft.kind != ActorKind::Other) {
        learned_.emplace(text(draft.tokens), draft);
      }
      if (draft.kind == ActorKind::Person && draft.tokens.size() > 1) {
        surname_of(draft);
      }
      if (draft.kind == ActorKind::Organisation) {
        company_of(draft);
      }
      if (draft.entry != None && draft.form == MentionForm::Name && draft.kind == ActorKind::Organisation) {
        known_bodies_.emplace(text(draft.tokens), draft);
      }
    }
    for (MentionDraft& draft : drafts_) {
      const auto name = text(draft.tokens);
      if (draft.kind != ActorKind::Person || !is_open(draft) || draft.titled || surnames_.contains(name)) {
        continue;
      }
      if (const auto known = known_bodies_.find(name); known != known_bodies_.end()) {
        as_known(draft, known->second);
      } else if (companies_.contains(name)) {
        draft.kind = ActorKind::Organisation;
      }
    }
    for (MentionDraft& draft : drafts_) {
      if (is_open(draft) && is_family(draft)) {
        draft.kind = ActorKind::Group;
        continue;
      }
      const auto known = surnames_.find(text(draft.tokens));
      if (known == surnames_.end()) {
        continue;
      }
      const bool other_kind = draft.kind != ActorKind::Person && is_open(draft);
      const bool namesake = draft.entry != None && (draft.titled || draft.tagged_person) &&
                            draft.form == MentionForm::Name && !layers_.world.entries[draft.entry].user;
      if (other_kind || namesake) {
        draft.kind = ActorKind::Person;
        draft.entry = draft.city = None;
        draft.use = UseForm::Name;
        draft.form = MentionForm::Name;
      }
    }
  }

  // "the Karuvas who": of a place or a body nobody says "who".
  bool is_of_many(const MentionDraft& draft) const {
    const TokenId t = draft.tokens.begin;
    const auto before = form(layers_.before(t));
    return draft.tokens.size() == 1 && form(t).size() > 3 && form(t).ends_with('s') &&
           (before == "the" || before == "The");
  }
  // "the Clintons", where there is a Clinton.
  bool is_family(const MentionDraft& draft) const {
    const auto word = form(draft.tokens.begin);
    return is_of_many(draft) && surnames_.contains(word.substr(0, word.size() - 1));
  }

  // "Nike" that the tagger takes for a person here, and that is the known company elsewhere in the text.
  static void as_known(MentionDraft& draft, const MentionDraft& known) {
    draft.entry = known.entry;
    draft.kind = known.kind;
    draft.use = known.use;
    draft.classes |= known.classes;
  }

  // "Bergmann AG", "Bergmann Industries Inc." tell that "Bergmann" alone may be the company.
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
    companies_.emplace(form(draft.tokens.begin), draft.certainty);
  }

  void surname_of(const MentionDraft& draft) {
    const TokenId last = draft.tokens.end - 1;
    const auto& word = layers_.world.name_word(form(last));
    if (!word.suffix && form(last).size() > 2 && is_capitalised(form(last))) {
      surnames_.emplace(form(last), draft.certainty);
    }
    const TokenId first = draft.tokens.begin;
    if (layers_.world.name_word(form(first)).family_first) {
      surnames_.emplace(form(first), draft.certainty);
    }
  }

  // Goes through the text between the names once more.
  void add_missed() {
    std::vector<MentionDraft> added;
    std::size_t next = 0;
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      if (layers_.of_actors[s] == 0) {
        continue;
      }
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; t < tokens.end; ++t) {
        while (next < drafts_.size() && drafts_[next].tokens.end <= t) {
          ++next;
        }
        if (next < drafts_.size() && drafts_[next].tokens.contains(t)) {
          continue;
        }
        const TokenId limit = next < drafts_.size() ? std::min(tokens.end, drafts_[next].tokens.begin) : tokens.end;
        if (credits_[t] == 0 && is_capitalised(form(t)) && (layers_.upos(t) == Upos::Propn || t > tokens.begin)) {
          t += missed(t, tokens.begin, limit, added);
        }
      }
    }
    if (!added.empty()) {
      drafts_.insert(drafts_.end(), added.begin(), added.end());
      std::stable_sort(drafts_.begin(), drafts_.end(), [](const MentionDraft& a, const MentionDraft& b) {
        return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
      });
    }
  }

  // Adds the name that begins at t, if one does; how many tokens more than t it has.
  std::uint32_t missed(TokenId t, TokenId begin, TokenId limit, std::vector<MentionDraft>& added) const {
    for (TokenId end = std::min(limit, t + LongestName); end > t; --end) {
      const auto words = text({t, end});
      if (const auto known = learned_.find(words); known != learned_.end()) {
        if (end > t + 1 || layers_.upos(t) == Upos::Propn || known->second.kind == ActorKind::Person) {
          MentionDraft draft = known->second;
          draft.tokens = draft.name = {t, end};
          draft.tagged = false;
          draft.titled = false;
          added.push_back(draft);
          return end - t - 1;
        }
      }
    }
    if (const auto known = surnames_.find(form(t)); known != surnames_.end() && layers_.upos(t) == Upos::Propn) {
      added.push_back(person({t, t + 1}, 0.8F));
      return 0;
    }
    return missed_person(t, begin, limit, added);
  }

  // "Mr. Okafor" and "Amina Okafor" that the tagger passed over.
  std::uint32_t missed_person(TokenId t, TokenId begin, TokenId limit, std::vector<MentionDraft>& added) const {
    if (layers_.upos(t) != Upos::Propn || is_name_of_nothing(t)) {
      return 0;
    }
    TokenId end = t + 1;
    while (end < limit && end < t + 4 && layers_.upos(end) == Upos::Propn && is_capitalised(form(end)) &&
           !is_name_of_nothing(end)) {
      ++end;
    }
    const auto words = title_words_before(layers_, begin, t);
    const bool honorific = words > 0 && is_capitalised(form(layers_.before(t))) && title_words_at(layers_, t, end) == 0;
    const bool given = end > t + 1 && layers_.world.given_names.contains(form(t));
    if ((!honorific && !given) || ends_like_organisation(end - 1)) {  // "Premier League" is nobody
      return 0;
    }
    added.push_back(person({t, end}, 0.5F));
    return end - t - 1;
  }

  bool is_name_of_nothing(TokenId t) const {
    const auto& word = layers_.world.name_word(form(t));
    return word.honorific || office_of_words(layers_, {t, t + 1}) != None || is_all_capitals(form(t));
  }

  bool ends_like_organisation(TokenId t) const {
    const auto& word = layers_.world.name_word(form(t));
    return word.organisation || word.place || word.event || word.work;
  }

  static MentionDraft person(Span tokens, float certainty) {
    MentionDraft draft;
    draft.tokens = draft.name = tokens;
    draft.kind = ActorKind::Person;
    draft.certainty = certainty;
    return draft;
  }

  const Layers& layers_;
  const std::vector<std::uint8_t>& credits_;
  std::vector<MentionDraft>& drafts_;
  std::map<std::string, Ballot, std::less<>> ballots_;
  std::map<std::string, std::pair<ActorKind, float>, std::less<>> kinds_;
  std::map<std::string_view, MentionDraft> learned_;
  std::map<std::string_view, MentionDraft> known_bodies_;
  std::map<std::string_view, float> surnames_;
  std::map<std::string_view, float> companies_;
};

}  // namespace

void vote_on_names(const Layers& layers, const std::vector<std::uint8_t>& credits, std::vector<MentionDraft>& drafts) {
  Votes(layers, credits, drafts).run();
}

}  // namespace entente
