#include <entente/actors/left_offices.hpp>

#include <algorithm>
#include <utility>

#include <entente/actors/surface.hpp>
#include <entente/syntax/until.hpp>

namespace entente::inline v0_1 {

namespace {

class OfficeLeaver {
 public:
  OfficeLeaver(const Layers& layers, const MentionDrafts& mentions, std::vector<Role> roles)
      : layers_(layers), mentions_(mentions), roles_(std::move(roles)) {}

  std::vector<Role> run() {
    for (Role& role : roles_) {
      if (role.office == None || role.plural) {
        continue;
      }
      left_as(role);
      role.given_up = role.given_up || titled_leaver(role);
      role.former = role.former || role.given_up || was_until(role);
    }
    return std::move(roles_);
  }

 private:
  const NameWord& word(TokenId verb) const { return layers_.world.name_word(layers_.lemma(verb)); }

  // "resigned as chairman", "was ousted as chairman", "sacked her as coach": finds the bearer, and whether the office
  // was really given up.
  void left_as(Role& role) const {
    const TokenId preposition = layers_.case_of(role.head);
    const TokenId verb = verb_above(role.head);
    if (layers_.form(preposition) != "as" || role.tie == RoleTie::Title || !is_leaving(verb)) {
      return;
    }
    role.subject = leaver(verb);
    const DraftId named = role.subject == None ? None : mentions_.by_head[role.subject];
    const bool fits =
        named != None && mentions_[named].form == MentionForm::Name && mentions_[named].kind == ActorKind::Person;
    role.bearer = fits ? named : None;
    role.tie = RoleTie::Copula;
    role.given_up = is_done(verb);
    if (role.of.empty()) {
      add_organisation(verb, role);
    }
  }

  // "sacked Roe as coach": the parser may attach "coach" to "Roe".
  TokenId verb_above(TokenId office) const {
    const TokenId head = layers_.head(office);
    const Deprel d = layers_.deprel(head);
    return d == Deprel::Obj || d == Deprel::NsubjPass ? layers_.head(head) : head;
  }

  bool is_leaving(TokenId verb) const {
    return word(verb).removing || (word(verb).leaving && (!word(verb).with_particle || has_particle(verb)));
  }

  // Some verbs need a particle: "step down", "bow out", but not "stand as".
  bool has_particle(TokenId verb) const {
    const auto children = layers_.children(verb);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenId c) { return c > verb && layers_.world.name_word(layers_.form(c)).away; });
  }

  bool is_passive(TokenId verb) const {
    return layers_.has_child(verb, Deprel::AuxPass) || layers_.has_child(verb, Deprel::NsubjPass);
  }

  // The person who leaves: the subject of "resigned" and of "was sacked", the object of "sacked".
  TokenId leaver(TokenId verb) const {
    if (is_passive(verb)) {
      return layers_.child(verb, Deprel::NsubjPass);
    }
    return layers_.child(verb, word(verb).removing ? Deprel::Obj : Deprel::Nsubj);
  }

  // "Boeing sacked her as chief executive", "She quit Boeing as chief executive": the owner of the office.
  void add_organisation(TokenId verb, Role& role) const {
    const bool active = !is_passive(verb);
    const TokenId organisation =
        !active ? None : layers_.child(verb, word(verb).removing ? Deprel::Nsubj : Deprel::Obj);
    if (organisation != None && mentions_.by_head[organisation] != None) {
      role.of.push_back(mentions_.by_head[organisation]);
    }
  }

  // Is the verb in the past, without "not", "if", "will" or "could"?
  bool is_done(TokenId verb) const {
    if (layers_.features(verb).tense != Tense::Past) {
      return false;
    }
    const auto children = layers_.children(verb);
    return std::none_of(children.begin(), children.end(), [&](TokenId c) {
      const Deprel d = layers_.deprel(c);
      const auto lemma = layers_.lemma(c);
      const bool modal = d == Deprel::Aux && lemma != "have" && lemma != "be";
      return modal || ((d == Deprel::Advmod || d == Deprel::Mark) &&
                       layers_.world.name_word(lower_case(layers_.form(c))).doubtful);
    });
  }

  // "Prime Minister Roe resigned on Monday", "Ajax coach Jan Roe was sacked": the office before the name;
  // "sacked its chief executive, Jan Roe".
  bool titled_leaver(const Role& role) const {
    const bool beside = role.tie == RoleTie::Title || role.tie == RoleTie::Apposition;
    return role.bearer != None && beside && (leaves(mentions_[role.bearer].head) || leaves(role.head));
  }
  bool leaves(TokenId leaver) const {
    const TokenId verb = layers_.head(leaver);
    const Deprel d = layers_.deprel(leaver);
    if (verb == None || !is_leaving(verb) || !is_done(verb) || names_another_office(verb, leaver)) {
      return false;
    }
    return d == Deprel::NsubjPass || d == Deprel::Obj ? word(verb).removing : d == Deprel::Nsubj && word(verb).leaving;
  }

  // "resigned as party leader", "quit smoking", "retired to Nice", "was removed from the list"
  bool names_another_office(TokenId verb, TokenId leaver) const {
    const auto children = layers_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) {
      const Deprel d = layers_.deprel(c);
      const auto preposition = layers_.form(layers_.case_of(c));
      return (d == Deprel::Obj && c != leaver) || d == Deprel::Xcomp || d == Deprel::Ccomp || preposition == "as" ||
             preposition == "from" || preposition == "to";
    });
  }

  // "was president until 2019", "Jane Roe, president from 2001 to 2009,"
  bool was_until(const Role& role) const {
    if (role.tie != RoleTie::Copula && role.tie != RoleTie::Apposition) {
      return false;
    }
    const TokenId copula = layers_.child(role.head, Deprel::Cop);
    const bool past = copula == None ? role.tie == RoleTie::Apposition : layers_.features(copula).tense == Tense::Past;
    return past && has_stated_end(layers_, role.head);
  }

  const Layers& layers_;
  const MentionDrafts& mentions_;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<Role> mark_left_offices(const Layers& layers, const MentionDrafts& mentions, std::vector<Role> roles) {
  return OfficeLeaver(layers, mentions, std::move(roles)).run();
}

}  // namespace entente
