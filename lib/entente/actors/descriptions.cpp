#include <entente/actors/descriptions.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/countries_of_titles.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

class DescriptionResolver {
 public:
  DescriptionResolver(const Layers& layers, const std::vector<Role>& roles, const std::vector<Tenure>& tenures,
                      Coreference coref)
      : layers_(layers), roles_(roles), tenures_(tenures), coref_(std::move(coref)) {}

  Coreference run() {
    index_tenures();
    index_known_leaders();
    for (DraftId d = 0; d < coref_.mentions.size(); ++d) {
      MentionDraft& draft = coref_.mentions[d];
      if (draft.form != MentionForm::Description || draft.cluster != None || draft.role == None) {
        continue;
      }
      const Role& role = roles_[draft.role];
      if (role.bearer != None && role.tie == RoleTie::Apposition) {
        give(d, role.bearer, "apposition of");
      } else if (!role.plural && layers_.lemma(role.head) == "counterpart") {
        counterpart(d, role);
      } else if (role.plural || !points_back(role)) {
        continue;
      } else if (role.office != None) {
        office(d, role);
      } else if (role.kind->kind != ActorKind::Person) {
        body(d, role);
      }
    }
    return std::move(coref_);
  }

 private:
  struct Fact {
    ClusterId holder = None;
    ClusterId of = None;
    OfficeId office = None;
  };
  struct Known {
    ClusterId holder = None;
    std::uint32_t leader = 0;  // index into World::leaders
  };

  const MentionDraft& draft(DraftId d) const { return coref_.mentions[d]; }
  SentenceId sentence(DraftId d) const { return layers_.sentence_of[draft(d).head]; }

  void index_tenures() {
    for (const Tenure& tenure : tenures_) {
      facts_.push_back(
          {draft(tenure.holder).cluster, tenure.of == None ? None : draft(tenure.of).cluster, tenure.office});
    }
    if (facts_.size() > MostFacts) {
      facts_.resize(MostFacts);
    }
  }

  // The persons of the article who lead or have led a country, according to the lexicon.
  void index_known_leaders() {
    for (ClusterId c = 0; c < coref_.clusters.size() && known_.size() < MostFacts; ++c) {
      if (coref_.clusters[c].kind != ActorKind::Person) {
        continue;
      }
      if (const std::uint32_t leader = known_leader(layers_, coref_, c); leader != None) {
        known_.push_back({c, leader});
      }
    }
  }

  void give(DraftId d, DraftId antecedent, std::string_view why) {
    MentionDraft& it = coref_.mentions[d];
    it.cluster = draft(antecedent).cluster;
    it.antecedent = antecedent;
    it.reason = fmt::format("{} {}", why, layers_.document.view_tokens(draft(antecedent).name));
    it.kind = coref_.clusters[it.cluster].kind;
  }

  // Can the phrase refer to somebody mentioned before? Not "another company", "the other party", "the company that …".
  bool points_back(const Role& role) const {
    if (role.possessive_pronoun) {
      return false;
    }
    for (TokenId t = role.phrase.begin; t < role.tokens.begin; ++t) {
      const bool unknown = t != role.determiner && t > role.phrase.begin && is_capitalized(layers_.form(t)) &&
                           coref_.mentions.name_of[t] == None;  // "the Bavarian club"
      if (unknown || layers_.world.name_word(lower_case(layers_.form(t))).elsewhere) {
        return false;
      }
    }
    const TokenId relative = layers_.child(role.head, Deprel::AclRelcl);
    return relative == None ||
           (role.tokens.end < layers_.document.tokens.size() && layers_.form(role.tokens.end) == ",");
  }

  // ── offices ─────────────────────────────────────────────────────────────────────────────────────────────────────
  // The owner of the office or kind: preferably a country, and one before the words rather than after them
  // ("invited the French president to Ottawa").
  ClusterId of_cluster(const Role& role) const {
    ClusterId of = None;
    for (const DraftId d : role.of) {
      if (draft(d).cluster != None && draft(d).kind != ActorKind::Person) {
        if (draft(d).kind == ActorKind::Country && draft(d).tokens.end <= role.tokens.begin) {
          return draft(d).cluster;
        }
        of = of == None || draft(d).kind == ActorKind::Country ? draft(d).cluster : of;
      }
    }
    return of;
  }

  void office(DraftId d, const Role& role) {
    const ClusterId of = of_cluster(role);
    if (of == None && !role.of.empty()) {
      return;
    }
    for (const int step : {0, 1, 2}) {
      std::vector<ClusterId> holders;
      for (const Fact& fact : facts_) {
        if (fits(step, fact, role, of) && std::find(holders.begin(), holders.end(), fact.holder) == holders.end()) {
          holders.push_back(fact.holder);
        }
      }
      if (holders.size() == 1 || (holders.size() > 1 && step == 0)) {
        if (const DraftId antecedent = last_of(holders, d); antecedent != None) {
          return give(d, antecedent, "office of");
        }
      }
      if (!holders.empty()) {
        return;
      }
    }
    if (of != None && !role.former) {
      refer_to_leader(d, role, of);
    }
  }

  // "The Ukrainian president" in an article about Zelensky: the person in it who has held that office according to the
  // lexicon; of several, the nearest.
  void refer_to_leader(DraftId d, const Role& role, ClusterId of) {
    std::vector<ClusterId> holders;
    for (const Known& known : known_) {
      const KnownLeader& leader = layers_.world.leaders[known.leader];
      if (leader.country == coref_.clusters[of].entry && held(leader, role.office)) {
        holders.push_back(known.holder);
      }
    }
    if (holders.size() == 1) {
      if (const DraftId antecedent = last_of(holders, d); antecedent != None) {
        give(d, antecedent, "known leader:");
      }
    }
  }

  // "His Russian counterpart": the person who holds in Russia the office that another one holds elsewhere.
  void counterpart(DraftId d, const Role& role) {
    const ClusterId of = of_cluster(role);
    std::vector<ClusterId> holders;
    for (const Known& known : known_) {
      if (of != None && layers_.world.leaders[known.leader].country == coref_.clusters[of].entry) {
        holders.push_back(known.holder);
      }
    }
    for (const Fact& fact : facts_) {
      const bool other = std::find(holders.begin(), holders.end(), fact.holder) == holders.end();
      if (of != None && fact.of == of && other && layers_.world.offices[fact.office].tie != OfficeTie::Member) {
        holders.push_back(fact.holder);
      }
    }
    if (holders.size() == 1) {
      if (const DraftId antecedent = last_of(holders, d); antecedent != None && antecedent < d) {
        give(d, antecedent, "counterpart:");
      }
    }
  }

  // Has the leader held the office, or one for which it is a more general word?
  bool held(const KnownLeader& leader, OfficeId wanted) const {
    return is_general(layers_.world.offices[wanted]) ||
           std::find(leader.offices.begin(), leader.offices.end(), wanted) != leader.offices.end();
  }

  // 0: same office, same owner; 1: another word for the office ("ruler" for "president"); 2: the country is not given
  bool fits(int step, const Fact& fact, const Role& role, ClusterId of) const {
    const Office& wanted = layers_.world.offices[role.office];
    const Office& held = layers_.world.offices[fact.office];
    const bool same_of = of == fact.of || of == None || fact.of == None;
    if (step == 0) {
      return fact.office == role.office && (of == None || of == fact.of);
    }
    if (step == 1) {
      return is_general(wanted) && of != None && of == fact.of && held.tie == wanted.tie;
    }
    return fact.office == role.office && same_of;
  }

  bool is_general(const Office& office) const { return layers_.world.name_word(office.name).any_leader; }

  // The nearest mention of one of the clusters before d, or else the first one after it.
  DraftId last_of(const std::vector<ClusterId>& clusters, DraftId d) const {
    const auto is_one = [&](DraftId at) {
      return draft(at).cluster != None && draft(at).form == MentionForm::Name &&
             std::find(clusters.begin(), clusters.end(), draft(at).cluster) != clusters.end();
    };
    const DraftId limit = d - std::min(d, LookBack);
    for (DraftId at = d; at-- > limit;) {
      if (is_one(at)) {
        return at;
      }
    }
    for (DraftId at = d + 1; at < coref_.mentions.size() && at < d + LookBack; ++at) {
      if (is_one(at)) {
        return at;
      }
    }
    return None;
  }

  // ── organisations and places
  // ───────────────────────────────────────────────────────────────────────────────────────────
  void body(DraftId d, const Role& role) {
    const bool government = role.kind->form == KindForm::Stands || role.kind->form == KindForm::Arm;
    if (government && (!role.of.empty() || layers_.lemma(role.head) != "nation")) {
      return government_of_leader(d, role);
    }
    if (is_of_person(role)) {
      return;  // "Otto Lang's team" need not be one that the text names
    }
    const ClusterId of = of_cluster(role);
    if (role.kind->kind == ActorKind::Place && of != None && layers_.lemma(role.head) == "capital") {
      return capital(d, of);
    }
    if (const DraftId named = named_after_of(role); named != None) {
      return give(d, named, "named:");
    }
    DraftId found = last_of_kind(d, role, of, role.kind->kind == ActorKind::Country ? 1 : 4);
    if (found == None && role.kind->kind == ActorKind::Place) {
      found = country_of_class(d, role);
    }
    if (found != None) {
      give(d, found, "the last of its kind is");
      coref_.mentions[d].guessed = true;
    }
  }

  bool is_of_person(const Role& role) const {
    return std::any_of(role.of.begin(), role.of.end(), [&](DraftId of) {
      return draft(of).kind == ActorKind::Person && draft(of).tokens.end <= role.tokens.begin;
    });
  }

  // "The southern Pakistani city of Karachi" is Karachi.
  DraftId named_after_of(const Role& role) const {
    for (const DraftId d : role.of) {
      const TokenId name = draft(d).head;
      const TokenId joint = layers_.case_of(name);
      const bool beside = layers_.head(name) == role.head && name > role.head && joint != None;
      if (beside && layers_.form(joint) == "of" && draft(d).cluster != None && draft(d).kind == role.kind->kind &&
          (role.kind->kind == ActorKind::Place || role.kind->kind == ActorKind::Country)) {
        return d;
      }
    }
    return None;
  }

  bool may_mean(DraftId d, const Role& role, ClusterId of, DraftId at) const {
    const MentionDraft& before = draft(at);
    const bool said = before.form == MentionForm::Name || before.form == MentionForm::Description;
    if (before.cluster == None || before.kind != role.kind->kind || !said || before.tokens.contains(draft(d).tokens)) {
      return false;
    }
    const Cluster& cluster = coref_.clusters[before.cluster];
    return of_class(cluster, role) && belongs(cluster, of);
  }

  // The last mention of such an actor within the last sentences; None for "the country" if two countries are near.
  DraftId last_of_kind(DraftId d, const Role& role, ClusterId of, SentenceId reach) const {
    const SentenceId here = sentence(d);
    DraftId found = None;
    for (DraftId at = d; at-- > 0 && sentence(at) + reach >= here;) {
      if (!may_mean(d, role, of, at)) {
        continue;
      }
      if (role.kind->classes.any()) {
        return at;
      }
      if (found != None && draft(found).cluster != draft(at).cluster) {
        return None;
      }
      found = found == None ? at : found;
    }
    return found;
  }

  // "The island": Taiwan, if it is the last country of that class.
  DraftId country_of_class(DraftId d, const Role& role) const {
    const SentenceId here = sentence(d);
    for (DraftId at = d; at-- > 0 && sentence(at) + 4 >= here;) {
      const MentionDraft& before = draft(at);
      if (before.cluster != None && before.kind == ActorKind::Country && before.form == MentionForm::Name &&
          (coref_.clusters[before.cluster].classes & role.kind->classes).any()) {
        return at;
      }
    }
    return None;
  }

  // "The Obama administration" means the country that the person leads or has led.
  void government_of_leader(DraftId d, const Role& role) {
    const DraftId leader = role.of.size() == 1 ? role.of.front() : None;
    if (leader == None || draft(leader).kind != ActorKind::Person || draft(leader).tokens.end > role.head) {
      return;
    }
    const ClusterId country = country_of_leader(draft(leader).cluster);
    if (country == None) {
      return;
    }
    MentionDraft& it = coref_.mentions[d];
    it.cluster = country;
    it.kind = ActorKind::Country;
    it.antecedent = leader;
    it.reason = fmt::format("government of {}", layers_.document.view_tokens(draft(leader).name));
  }

  ClusterId country_of_leader(ClusterId leader) {
    for (const Fact& fact : facts_) {
      const bool leads = layers_.world.offices[fact.office].tie == OfficeTie::Leads;
      if (fact.holder == leader && leads && fact.of != None && coref_.clusters[fact.of].kind == ActorKind::Country) {
        return fact.of;
      }
    }
    const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& it) { return it.holder == leader; });
    return known == known_.end() ? None : country(layers_.world.leaders[known->leader].country);
  }

  // The country's cluster; a new one if the text does not name the country.
  ClusterId country(EntryId entry) {
    for (ClusterId c = 0; c < coref_.clusters.size(); ++c) {
      if (coref_.clusters[c].entry == entry) {
        return c;
      }
    }
    coref_.clusters.emplace_back();
    coref_.clusters.back().kind = ActorKind::Country;
    coref_.clusters.back().entry = entry;
    return static_cast<ClusterId>(coref_.clusters.size() - 1);
  }

  static bool of_class(const Cluster& cluster, const Role& role) {
    return role.kind->classes.none() || (cluster.classes & role.kind->classes).any();
  }

  // "the German company": the country must be that of the cluster, if both are known.
  bool belongs(const Cluster& cluster, ClusterId of) const {
    if (of == None) {
      return true;
    }
    const EntryId country_entry = coref_.clusters[of].entry;
    return cluster.entry == None || layers_.world.entries[cluster.entry].country == country_entry;
  }

  void capital(DraftId d, ClusterId of) {
    const EntryId country_entry = coref_.clusters[of].entry;
    for (DraftId at = 0; at < coref_.mentions.size() && country_entry != None; ++at) {
      const EntryId entry = draft(at).entry;
      if (draft(at).use == UseForm::Capital && draft(at).form == MentionForm::Name && entry != None &&
          layers_.world.entries[entry].country == country_entry) {
        return give(d, at, "capital:");
      }
    }
  }

  static constexpr std::size_t MostFacts = 400;  // keeps hostile texts linear
  static constexpr DraftId LookBack = 2000;

  const Layers& layers_;
  const std::vector<Role>& roles_;
  const std::vector<Tenure>& tenures_;
  Coreference coref_;
  std::vector<Fact> facts_;
  std::vector<Known> known_;
};

}  // namespace

Coreference resolve_descriptions(const Layers& layers, const std::vector<Role>& roles,
                                 const std::vector<Tenure>& tenures, Coreference coref) {
  coref = DescriptionResolver(layers, roles, tenures, std::move(coref)).run();
  for (DraftId d = 0; d < coref.mentions.size(); ++d) {
    const MentionDraft& draft = coref.mentions[d];
    if (draft.cluster != None && draft.form == MentionForm::Description) {
      auto& list = coref.clusters[draft.cluster].drafts;
      const auto at = std::lower_bound(list.begin(), list.end(), d);
      if (at == list.end() || *at != d) {
        list.insert(at, d);
      }
    }
  }
  return coref;
}

}  // namespace entente
