#include <entente/actors/roles.hpp>

#include <algorithm>
#include <utility>

#include <entente/actors/surface.hpp>
#include <entente/actors/tagged_names.hpp>
#include <entente/base/letters.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t LongestOffice = 5;
constexpr std::uint32_t LongestPhrase = 14;

bool is_possessive_mark(std::string_view form) {
  return form == "'s" || form == "\xE2\x80\x99s" || form == "'" || form == "\xE2\x80\x99";
}

// Reads nouns for offices and kinds, and attaches them to adjacent names.
class RoleReader {
 public:
  RoleReader(const Layers& layers, MentionDrafts names) : layers_(layers), mentions_(std::move(names)) {}

  MentionsAndRoles read() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      if (layers_.is_prose[s] == 0) {
        continue;
      }
      sentence_ = layers_.document.sentences[s].tokens;
      for (TokenId t = sentence_.begin; t < sentence_.end; ++t) {
        const bool word = layers_.is_noun(t) || (layers_.upos(t) == Upos::Adj && t + 1 < sentence_.end);
        if (mentions_.name_of[t] == None && word) {
          t = role_at(t);
        }
      }
    }
    return {std::move(mentions_), std::move(roles_)};
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }

  // "the former president", "then-Chancellor"; in "Then President Roe spoke" it is an adverb of time.
  bool is_former(TokenId t) const {
    return layers_.world.name_word(lower_case(form(t))).former &&
           (layers_.upos(t) != Upos::Adv || layers_.is_noun(layers_.head(t)));
  }

  // "was once a member of", "formerly the mayor of"
  bool was_once(TokenId office) const {
    const auto children = layers_.children(office);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) {
      return layers_.deprel(c) == Deprel::Advmod && layers_.world.name_word(lower_case(form(c))).former;
    });
  }

  // The last token of the role that begins at token t; t if there is none.
  TokenId role_at(TokenId t) {
    Role role;
    if (!find_office(t, role) && !find_kind(t, role)) {
      return t;
    }
    role.plural = role.plural || layers_.is_plural(role.head);
    role.former = ex_prefix(form(role.tokens.begin)) > 0 || was_once(role.head);
    extend_left(role);
    demote_to_official(role);
    right_of(role);
    find_bearer(role);
    roles_.push_back(role);
    split_plural_role(role);
    return std::max(role.tokens.end - 1, t);
  }

  // "foreign minister", "secretary of state": the longest office that begins at t.
  bool find_office(TokenId t, Role& role) const {
    for (TokenId end = std::min(sentence_.end, t + LongestOffice); end > t; --end) {
      if (mentions_.name_of[end - 1] != None || !(layers_.is_noun(end - 1) || end - 1 == t)) {
        continue;
      }
      if (end - 1 == t && !layers_.is_noun(t)) {
        continue;  // "foreign", "Russian" alone
      }
      OfficeId office = office_of_words(layers_, {t, end});
      if (office == None) {
        office = office_of_plural({t, end});
        role.plural = office != None;
      }
      if (office != None) {
        role.tokens = {t, end};
        role.head = head_in(role.tokens);
        role.office = office;
        if (const TokenId field = field_of(role); field != None) {
          role.office = layers_.world.offices[office].tie == OfficeTie::Leads ? office_called("executive") : office;
          role.tokens.end = field + 1;
        }
        return true;
      }
    }
    return false;
  }

  // "sales" of "director of sales": the head of a field does not lead the organisation.
  TokenId field_of(const Role& role) const {
    const TokenId joint = layers_.after(role.tokens);
    const TokenId field = layers_.after(joint);
    const auto word = form(field);
    const bool is_noun = (form(joint) == "of" || form(joint) == "for") && layers_.upos(field) == Upos::Noun &&
                         layers_.head(field) == role.head && !is_capitalized(word);
    const bool is_somebody = mentions_.name_at(field) != None || kind_of(field) != nullptr ||
                             office_of_words(layers_, {field, field + 1}) != None;
    return is_noun && !is_somebody ? field : None;
  }

  OfficeId office_called(std::string_view name) const {
    const auto* const found = layers_.world.office_words.find(name);
    return found == nullptr ? None : *found;
  }

  // "Hungary's central bank governor" leads the bank; to Hungary the holder is an official.
  void demote_to_official(Role& role) const {
    const bool leads = role.office != None && layers_.world.offices[role.office].tie == OfficeTie::Leads;
    const bool of_country =
        std::any_of(role.of.begin(), role.of.end(), [&](DraftId d) { return mentions_[d].kind == ActorKind::Country; });
    const TokenId body = layers_.before(role.tokens);
    const KindWord* const kind = body == None || mentions_.name_at(body) != None ? nullptr : kind_of(body);
    if (!leads || !of_country || kind == nullptr || kind->kind != ActorKind::Organisation ||
        layers_.deprel(body) != Deprel::Compound) {
      return;
    }
    role.office = office_called("official");
    role.tokens.begin = body;
    while (role.tokens.begin > role.phrase.begin && layers_.head(role.tokens.begin - 1) == body &&
           mentions_.name_at(role.tokens.begin - 1) == None && layers_.upos(role.tokens.begin - 1) != Upos::Part &&
           layers_.upos(role.tokens.begin - 1) != Upos::Det) {
      --role.tokens.begin;
    }
  }

  const KindWord* kind_of(TokenId noun) const {
    const auto* const found = layers_.world.kind_words.find(layers_.form(noun));
    return found != nullptr ? found : layers_.world.kind_words.find(layers_.lemma(noun));
  }

  // "Presidents Roe and Doe": the tagger may read the plural title as a name, which keeps its final "s".
  OfficeId office_of_plural(Span tokens) const {
    const TokenId last = tokens.end - 1;
    const bool title = layers_.deprel(last) == Deprel::NmodDesc && form(last).ends_with('s');
    if (!layers_.is_plural(last) && !title) {
      return None;
    }
    std::string words;
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      words += words.empty() ? "" : " ";
      words += lower_case(t != last              ? form(t)
                          : layers_.is_plural(t) ? layers_.lemma(t)
                                                 : form(t).substr(0, form(t).size() - 1));
    }
    const auto* found = layers_.world.office_words.find(words);
    return found == nullptr ? None : *found;
  }

  bool find_kind(TokenId t, Role& role) const {
    for (TokenId end = std::min(sentence_.end, t + 2); end > t; --end) {
      std::string words = lower_case(form(t));
      if (end == t + 2) {
        words += " " + lower_case(form(t + 1));
      }
      if (!layers_.is_noun(end - 1)) {
        continue;
      }
      const auto* kind = layers_.world.kind_words.find(words);
      if (kind == nullptr && end == t + 1) {
        kind = layers_.is_plural(t) ? nullptr : layers_.world.kind_words.find(layers_.lemma(t));
      }
      if (kind != nullptr) {
        role.kind = kind;
        role.tokens = {t, end};
        role.head = end - 1;
        return true;
      }
    }
    return false;
  }

  TokenId head_in(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      const TokenId head = layers_.head(t);
      if (layers_.is_noun(t) && (head == None || !tokens.contains(head))) {
        return t;
      }
    }
    return tokens.end - 1;
  }

  // Extends the phrase to the words before the office: "China's top", "the then Russian", "his South African".
  void extend_left(Role& role) const {
    TokenId t = role.tokens.begin;
    const TokenId limit = t - std::min(t - sentence_.begin, LongestPhrase);
    while (t > limit) {
      const TokenId before = t - 1;
      const auto word = form(before);
      if (mentions_.name_of[before] != None) {
        const DraftId d = mentions_.name_of[before];
        if (mentions_[d].tokens.end > t || mentions_[d].tokens.begin < limit) {
          break;
        }
        role.of.push_back(d);
        t = mentions_[d].tokens.begin;
        if (mentions_[d].form == MentionForm::Name && t < role.tokens.begin &&
            is_possessive_mark(form(mentions_[d].tokens.end))) {
          role.definite = true;
          t = with_article(t, limit);
          break;  // a possessor opens the phrase
        }
        continue;
      }
      if (is_possessive_mark(word)) {
        if (before == limit) {
          break;
        }
        t = before;
        role.definite = true;
        continue;
      }
      const Upos upos = layers_.upos(before);
      if (upos == Upos::Det || (upos == Upos::Pron && layers_.features(before).possessive)) {
        role.determiner = before;
        role.possessive_pronoun = upos == Upos::Pron || layers_.features(before).possessive;
        const auto lower = lower_case(word);
        role.definite =
            role.definite || role.possessive_pronoun || lower == "the" || lower == "this" || lower == "that";
        t = before;
        break;
      }
      if (!is_modifier(before)) {
        break;
      }
      role.former = role.former || is_former(before);
      t = before;
    }
    role.phrase = {t, role.tokens.end};
    if (role.determiner == None && !role.of.empty()) {
      role.definite = true;  // "Chinese chief diplomat", "Gazprom CEO"
    }
  }

  TokenId with_article(TokenId t, TokenId limit) const {
    return t > limit && layers_.upos(t - 1) == Upos::Det ? t - 1 : t;
  }

  bool is_modifier(TokenId t) const {
    switch (layers_.upos(t)) {
      case Upos::Adj:
      case Upos::Noun:
      case Upos::Propn:
      case Upos::Num:
        return true;
      case Upos::Verb:  // "exiled", "ruling"
        return layers_.deprel(t) == Deprel::Amod || layers_.deprel(t) == Deprel::Compound;
      case Upos::Adv:
        return is_former(t) || form(t) == "then" || layers_.deprel(t) == Deprel::Advmod;
      case Upos::Punct:
        return form(t) == "-" || (form(t) == "," && layers_.upos(layers_.before(t)) == Upos::Adj);
      case Upos::X:
        return form(t) == "-" || form(t) == "ex";
      default:
        return false;
    }
  }

  // "president of the Council of Europe", "professor of physics at Karachi University", "the government in Kabul"
  void right_of(Role& role) const {
    const TokenId next = layers_.after(role.tokens);
    if (mentions_.name_at(next) != None && !role.of.empty()) {
      return;  // the phrase goes on with a name: "Hamas leader Khaled Meshaal of Gaza" is not ours to read
    }
    const std::size_t before = role.of.size();
    nominals_below(role.head, role, 0);
    take_in_the_next(role, before);
    if (role.of.empty() && is_tie(form(next))) {
      TokenId t = layers_.after(next);
      t = layers_.upos(t) == Upos::Det && layers_.after(t) != None ? layers_.after(t) : t;
      add_of(role, mentions_.name_at(t));
    }
  }

  // "the government of Japan": a complement directly after the office belongs to the phrase.
  void take_in_the_next(Role& role, std::size_t first) const {
    const TokenId of = layers_.after(role.tokens);
    if (form(of) != "of" || role.tokens.end != role.phrase.end) {
      return;
    }
    const TokenId next = layers_.after(of);
    const TokenId name = layers_.upos(next) == Upos::Det ? layers_.after(next) : next;
    for (std::size_t i = first; i < role.of.size(); ++i) {
      const Span tokens = mentions_[role.of[i]].tokens;
      if (tokens.begin == name) {
        role.phrase.end = tokens.end;
        return;
      }
    }
  }

  static bool is_tie(std::string_view word) {
    return word == "of" || word == "for" || word == "at" || word == "from" || word == "in" || word == "to" ||
           word == "with";
  }

  void nominals_below(TokenId head, Role& role, int depth) const {
    for (const TokenId child : layers_.children(head)) {
      const Deprel d = layers_.deprel(child);
      const bool nominal =
          d == Deprel::Nmod || d == Deprel::Obl ||
          (depth > 0 && (d == Deprel::Conj || d == Deprel::NmodPoss || d == Deprel::Compound || d == Deprel::Amod));
      if (!nominal || child < role.tokens.begin) {
        continue;
      }
      const TokenId preposition = layers_.case_of(child);
      if (d == Deprel::Nmod || d == Deprel::Obl) {
        if (preposition == None || !is_tie(form(preposition))) {
          continue;
        }
      }
      const DraftId named = mentions_.by_head[child];
      if (named != None) {
        add_of(role, named);
      }
      if (depth < 2 && (named == None || d == Deprel::Nmod)) {
        nominals_below(child, role, depth + 1);
      }
    }
  }

  static void add_of(Role& role, DraftId d) {
    if (d != None && std::find(role.of.begin(), role.of.end(), d) == role.of.end()) {
      role.of.push_back(d);
    }
  }

  bool is_person(DraftId d) const {
    return d != None && mentions_[d].kind == ActorKind::Person && mentions_[d].form == MentionForm::Name;
  }

  bool fits(const Role& role, DraftId d) const {
    if (d == None || mentions_[d].form != MentionForm::Name) {
      return false;
    }
    return role.office != None ? is_person(d)
                               : mentions_[d].kind == role.kind->kind || role.kind->form == KindForm::Part;
  }

  // Finds the bearer of the role in the sentence.
  void find_bearer(Role& role) {
    const TokenId after = role.tokens.end;
    if (after < sentence_.end) {  // "Chinese President Xi Jinping", "foreign minister, Dr. Okafor"
      TokenId t = after;
      while (t + 1 < sentence_.end && mentions_.name_of[t] == None &&
             (layers_.world.name_word(form(t)).honorific || form(t) == "\"" || form(t) == "\xE2\x80\x9C")) {
        ++t;
      }
      const DraftId named = mentions_.name_of[t];
      if (named != None && mentions_[named].tokens.begin == t && fits(role, named)) {
        return set_bearer(role, named, RoleTie::Title);
      }
    }
    if (const DraftId subject = copula_subject(role); subject != None || role.subject != None) {
      return set_bearer(role, subject, RoleTie::Copula);
    }
    if (const DraftId named = apposition(role); named != None) {
      set_bearer(role, named, RoleTie::Apposition);
    }
  }

  void set_bearer(Role& role, DraftId named, RoleTie tie) {
    role.bearer = named;
    role.tie = tie;
    if (named == None) {
      return;
    }
    std::erase(role.of, named);
    MentionDraft& draft = mentions_[named];
    if (tie != RoleTie::Copula && role.kind != nullptr) {
      draft.classes |= role.kind->classes;
    }
    if (role.office != None && draft.gender == ActorGender::Unknown) {
      draft.gender = layers_.world.offices[role.office].gender;
    }
    if (tie == RoleTie::Title) {
      widen(draft, role);
      take_after_name(role);
    }
  }

  // "Foreign Minister Roe of Chad"
  void take_after_name(Role& role) const {
    const TokenId of = layers_.after(mentions_[role.bearer].name);
    const TokenId next = form(of) == "of" ? layers_.after(of) : None;
    const TokenId name = next != None && layers_.upos(next) == Upos::Det ? layers_.after(next) : next;
    const DraftId land = name == None ? None : mentions_.name_at(name);
    if (role.of.empty() && role.office != None && land != None && mentions_[land].kind == ActorKind::Country) {
      add_of(role, land);
    }
  }

  // "Presidents Roe of Togo and Doe of Peru", "Togolese and Peruvian Presidents Roe and Doe": each name gets the title,
  // with its own country.
  void split_plural_role(const Role& role) {
    if (!role.plural || role.tie != RoleTie::Title || role.bearer == None) {
      return;
    }
    std::vector<Role> shared;
    bool last = false;
    for (DraftId named = role.bearer; named != None && fits(role, named);) {
      TokenId t = layers_.after(mentions_[named].name);
      Role one = role;
      one.bearer = named;
      one.plural = false;
      one.of.clear();
      if (const DraftId land = form(t) == "of" ? mentions_.name_at(layers_.after(t)) : None;
          land != None && !is_person(land)) {
        one.of.push_back(land);
        t = layers_.after(mentions_[land].name);
      }
      shared.push_back(std::move(one));
      named = !last && (form(t) == "and" || form(t) == ",") ? mentions_.name_at(layers_.after(t)) : None;
      last = form(t) == "and";  // "Presidents Roe and Doe, Poe said"
    }
    assign_countries(with_those_before(role), shared);
    roles_.pop_back();
    roles_.insert(roles_.end(), shared.begin(), shared.end());
  }

  // "Togolese and" before "Peruvian Presidents": the phrase begins after "and".
  std::vector<DraftId> with_those_before(const Role& role) const {
    std::vector<DraftId> of = role.of;
    TokenId t = layers_.before(role.phrase.begin);
    while (!of.empty() && (form(t) == "and" || form(t) == ",")) {
      const DraftId land = mentions_.name_at(layers_.before(t));
      if (land == None || mentions_[land].kind != ActorKind::Country) {
        break;
      }
      of.push_back(land);
      t = layers_.before(mentions_[land].tokens.begin);
    }
    return of;
  }

  // A single country before the title belongs to all names; as many countries as names belong to them in order;
  // otherwise the assignment is unknown.
  void assign_countries(std::vector<DraftId> of, std::vector<Role>& shared) const {
    std::sort(of.begin(), of.end(),
              [&](DraftId a, DraftId b) { return mentions_[a].tokens.begin < mentions_[b].tokens.begin; });
    for (std::size_t i = 0; i < shared.size(); ++i) {
      if (shared[i].of.empty() && (of.size() == 1 || of.size() == shared.size())) {
        shared[i].of.push_back(of[of.size() == 1 ? 0 : i]);
      }
    }
  }

  // The phrase of a titled name is all of "the Belarusian ruler Alexander Lukashenko".
  void widen(MentionDraft& draft, const Role& role) {
    const Span whole = hull(role.phrase, draft.tokens);
    TokenId root = root_in(whole, [&](TokenId t) { return t == role.head || t == draft.head; });
    if (root == None) {  // "EU" of "EU Commissioner Roe"
      root = root_in(whole, [&](TokenId t) {
        return std::find(role.of.begin(), role.of.end(), mentions_.name_of[t]) != role.of.end();
      });
    }
    if (root != None) {
      mentions_.by_head[root] = mentions_.name_of[draft.name.begin];
      draft.head = root;
    }
    draft.tokens = whole;
  }

  // The first of the tokens whose head is outside the phrase.
  template <typename Condition>
  TokenId root_in(Span whole, Condition asked) const {
    for (TokenId t = whole.begin; t < whole.end; ++t) {
      const TokenId head = layers_.head(t);
      if ((head == None || !whole.contains(head)) && asked(t)) {
        return t;
      }
    }
    return None;
  }

  // "Merkel is the chancellor of Germany": the subject of a copula.
  DraftId copula_subject(Role& role) const {
    if (layers_.child(role.head, Deprel::Cop) != None) {
      const TokenId subject = subject_of(role.head);
      role.subject = subject;
      return subject == None || !fits(role, mentions_.by_head[subject]) ? None : mentions_.by_head[subject];
    }
    const TokenId verb = layers_.head(role.head);  // "became president", "was elected chancellor"
    const Deprel d = layers_.deprel(role.head);
    if (verb != None && (d == Deprel::Xcomp || d == Deprel::Obj) &&
        layers_.world.name_word(layers_.lemma(verb)).becoming) {
      const TokenId passive = layers_.child(verb, Deprel::NsubjPass);
      TokenId subject =
          passive != None
              ? passive
              : layers_.child(verb, layers_.world.name_word(layers_.lemma(verb)).linking ? Deprel::Nsubj : Deprel::Obj);
      subject = subject == role.head ? None : subject;
      role.subject = subject;
      return subject == None || !fits(role, mentions_.by_head[subject]) ? None : mentions_.by_head[subject];
    }
    return None;
  }

  TokenId subject_of(TokenId head) const {
    for (const Deprel d : {Deprel::Nsubj, Deprel::NsubjOuter, Deprel::NsubjPass}) {
      if (const TokenId subject = layers_.child(head, d); subject != None) {
        return subject;
      }
    }
    return None;
  }

  DraftId apposition(const Role& role) const {
    const TokenId head = layers_.head(role.head);
    if (head != None &&
        (layers_.deprel(role.head) == Deprel::Appos || layers_.deprel(role.head) == Deprel::Parataxis)) {
      const DraftId named = mentions_.by_head[head];
      if (fits(role, named) && near(role, named)) {
        return named;
      }
    }
    for (const TokenId child : layers_.children(role.head)) {
      const Deprel d = layers_.deprel(child);
      const bool beside = d == Deprel::Appos || d == Deprel::Flat || d == Deprel::NmodUnmarked;
      if (beside && child > role.head && fits(role, mentions_.by_head[child]) && near(role, mentions_.by_head[child]) &&
          !role.plural) {
        return mentions_.by_head[child];
      }
    }
    return None;
  }

  bool near(const Role& role, DraftId named) const {
    const Span name = mentions_[named].tokens;
    return name.end <= role.phrase.begin ? role.phrase.begin - name.end <= 4 : name.begin - role.phrase.end <= 12;
  }

  const Layers& layers_;
  MentionDrafts mentions_;
  std::vector<Role> roles_;
  Span sentence_;
};

}  // namespace

MentionsAndRoles find_roles(const Layers& layers, MentionDrafts names) {
  return RoleReader(layers, std::move(names)).read();
}

std::vector<Role> add_bearers(const MentionDrafts& mentions, std::vector<Role> roles) {
  for (Role& role : roles) {
    if (role.tie == RoleTie::Copula && role.bearer == None && role.subject != None) {
      const DraftId subject = mentions.by_head[role.subject];
      role.bearer = subject != None && mentions[subject].kind == ActorKind::Person ? subject : None;
    }
  }
  return roles;
}

}  // namespace entente
