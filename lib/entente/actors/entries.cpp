#include <entente/actors/entries.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/countries_of_titles.hpp>
#include <entente/actors/name_key.hpp>
#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>
#include <entente/base/letters.hpp>

namespace entente::inline v0_1 {

namespace {

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

class EntryMaker {
 public:
  EntryMaker(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles,
             const std::vector<Tenure>& tenures)
      : layers_(layers), coref_(coref), roles_(roles), tenures_(tenures) {}

  Actors make() {
    order_clusters();
    for (const ClusterId c : order_) {
      add_entry(c);
    }
    add_mentions();
    add_titles();
    salience();
    return std::move(actors_);
  }

 private:
  const MentionDraft& draft(DraftId d) const { return coref_.mentions[d]; }
  std::string text(Span tokens) const { return one_line(layers_.document.view_tokens(tokens)); }

  bool is_actor(const Cluster& cluster) const {
    if (cluster.drafts.empty()) {
      return false;
    }
    if (cluster.entry != None && is_only_adjective(cluster)) {
      return false;
    }
    return cluster.kind != ActorKind::Other || !layers_.mention_scores.empty() ||
           (cluster.entry != None && layers_.world.entries[cluster.entry].user);
  }

  bool is_provisional(const Cluster& cluster) const {
    const bool thing =
        cluster.kind == ActorKind::Other && (cluster.entry == None || !layers_.world.entries[cluster.entry].user);
    return thing || std::all_of(cluster.drafts.begin(), cluster.drafts.end(), [&](DraftId d) {
             return draft(d).form == MentionForm::Description || draft(d).form == MentionForm::Pronoun;
           });
  }

  // An unnamed actor counts if it is mentioned twice, or together with another actor in a sentence.
  bool is_plain(const Cluster& cluster) const {
    return cluster.drafts.size() > 1 ? cluster.unnamed >= UnnamedThatComesBack
                                     : cluster.unnamed >= Unnamed && is_beside_another(cluster.drafts.front());
  }

  // "Runtastic": what the mention model confidently reads as a name is an actor, whatever its kind.
  bool is_named_thing(const Cluster& cluster) const {
    return std::any_of(cluster.drafts.begin(), cluster.drafts.end(), [&](DraftId d) {
      const Span tokens = draft(d).tokens;
      for (TokenId t = tokens.begin; draft(d).form == MentionForm::Name && t < tokens.end; ++t) {
        const auto kinds = layers_.mention_scores.names(t);
        if (std::accumulate(kinds.begin(), kinds.end(), 0.0F) >= NamedThing) {
          return true;
        }
      }
      return false;
    });
  }

  bool is_beside_another(DraftId d) const {
    const Span tokens = layers_.sentence_tokens(draft(d).head);
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      const DraftId other = coref_.mentions.by_head[t];
      if (other != None && draft(other).cluster != None && draft(other).cluster != draft(d).cluster) {
        return true;
      }
    }
    return false;
  }

  // "Muslim", "Alpine": an adjective alone does not make an actor of a religion, a people or a region. It does of a
  // country, a continent or the West.
  bool is_only_adjective(const Cluster& cluster) const {
    const WorldEntry& entry = layers_.world.entries[cluster.entry];
    const bool lasting = entry.kind == ActorKind::Country ||
                         (entry.classes & layers_.world.classes_of("continent")).any() || entry.name == "West" ||
                         entry.user;
    return !lasting && std::all_of(cluster.drafts.begin(), cluster.drafts.end(),
                                   [&](DraftId d) { return draft(d).form == MentionForm::Adjective; });
  }

  void order_clusters() {
    for (ClusterId c = 0; c < coref_.clusters.size(); ++c) {
      if (is_actor(coref_.clusters[c])) {
        order_.push_back(c);
      }
    }
    std::sort(order_.begin(), order_.end(), [&](ClusterId a, ClusterId b) {
      const DraftId x = coref_.clusters[a].drafts.front();
      const DraftId y = coref_.clusters[b].drafts.front();
      return std::pair(draft(x).tokens.begin, x) < std::pair(draft(y).tokens.begin, y);
    });
  }

  // Does it have one of the classes, according to the lexicon or the text: "the airline Spicejet"?
  bool is_of_class(const Cluster& cluster, const Classes& any) const {
    const Classes known = cluster.entry == None ? Classes() : layers_.world.entries[cluster.entry].classes;
    return ((cluster.classes | known) & any).any();
  }

  void add_entry(ClusterId c) {
    const Cluster& cluster = coref_.clusters[c];
    ActorEntry entry;
    entry.kind = cluster.kind;
    entry.gender = cluster.gender;
    entry.provisional = is_provisional(cluster);
    entry.doubtful = entry.provisional && !is_plain(cluster) && !is_named_thing(cluster);
    entry.natural =
        std::any_of(cluster.drafts.begin(), cluster.drafts.end(), [&](DraftId d) { return draft(d).storm; });
    entry.party = is_of_class(cluster, layers_.world.classes_of("party"));
    entry.company = is_of_class(cluster, layers_.world.classes_of("company"));
    entry.private_body = is_of_class(cluster, layers_.world.private_bodies);
    if (const EntryId led = known_country(layers_, coref_, c); led != None) {
      entry.known_country = layers_.world.entries[led].name;
    }
    entry.name = name_of(cluster);
    entry.id = unique_slug(entry.name);
    entry.aliases = aliases_of(cluster, entry.name);
    actor_of_[c] = static_cast<ActorId>(actors_.actors.size());
    actors_.actors.push_back(std::move(entry));
  }

  std::string name_of(const Cluster& cluster) const {
    if (!cluster.called.empty()) {
      return std::string(cluster.called);
    }
    if (cluster.entry != None) {
      return std::string(layers_.world.entries[cluster.entry].name);
    }
    return best_name(cluster);
  }

  // The longest name; of equally long ones the most frequent, then the first. A first name alone keeps its regal title.
  std::string best_name(const Cluster& cluster) const {
    std::map<std::string, int> counts;
    for (const DraftId d : cluster.drafts) {
      if (draft(d).form == MentionForm::Name) {
        ++counts[text(draft(d).name)];
      }
    }
    std::string best;
    std::size_t best_words = 0;
    int best_count = 0;
    for (const DraftId d : cluster.drafts) {
      if (draft(d).form != MentionForm::Name || draft(d).plural) {
        continue;
      }
      const std::string name = text(draft(d).name);
      const std::size_t words =
          is_all_capitals(name) && cluster.kind == ActorKind::Person ? 0 : person_key_of(layers_, draft(d).name).size();
      const int count = counts[name];
      if (best.empty() || words > best_words || (words == best_words && count > best_count)) {
        best = name;
        best_words = words;
        best_count = count;
      }
    }
    if (best.empty() && !cluster.drafts.empty()) {
      best = unnamed(with_complement(bare_phrase(layers_, draft(cluster.drafts.front()).tokens)));
    }
    return cluster.kind == ActorKind::Person && best_words <= 1 ? with_regal_title(cluster, best) : best;
  }

  // Without the capital of the sentence: what has no capital is no name.
  std::string unnamed(Span words) const {
    const bool first = layers_.sentence_tokens(words.begin).begin == words.begin;
    const Upos upos = layers_.upos(words.begin);
    std::string phrase = text(words);
    const bool common = upos == Upos::Noun || upos == Upos::Adj || upos == Upos::Verb;
    if (first && common && !is_all_capitals(layers_.form(words.begin)) &&
        coref_.mentions.name_of[words.begin] == None) {
      phrase[0] = lower_case(phrase.substr(0, 1))[0];
    }
    return phrase;
  }

  // "members" → "members of Chad's security forces": a word alone says too little of who it is.
  Span with_complement(Span words) const {
    constexpr TokenId Longest = 8;
    const TokenId noun = words.end - 1;
    if (words.size() != 1 || layers_.upos(noun) != Upos::Noun) {
      return words;
    }
    for (const TokenId c : layers_.children(noun)) {
      const TokenId preposition = layers_.deprel(c) == Deprel::Nmod ? layers_.case_of(c) : None;
      if (preposition == noun + 1 && tells_whose(layers_, preposition) && c < noun + Longest) {
        const DraftId named = coref_.mentions.by_head[c];
        const TokenId end = named == None ? c + 1 : std::max(c + 1, draft(named).tokens.end);
        return {words.begin, std::min(end, noun + Longest)};
      }
    }
    return words;
  }

  std::string with_regal_title(const Cluster& cluster, const std::string& name) const {
    for (const DraftId d : cluster.drafts) {
      const auto title = layers_.form(layers_.before(draft(d).name));
      if (draft(d).form == MentionForm::Name && text(draft(d).name) == name && layers_.world.name_word(title).regal &&
          layers_.world.given_name(layers_.form(draft(d).name.begin)) != nullptr) {
        return std::string(title) + " " + name;
      }
    }
    return name;
  }

  std::string unique_slug(const std::string& name) {
    const std::string base = slug(name);
    std::string id = base;
    for (int n = 2; !slugs_.insert(id).second; ++n) {
      id = fmt::format("{}-{}", base, n);
    }
    return id;
  }

  std::vector<std::string> aliases_of(const Cluster& cluster, const std::string& name) const {
    std::set<std::string> aliases;
    for (const DraftId d : cluster.drafts) {
      if (draft(d).form == MentionForm::Description) {
        if (is_alias(draft(d))) {
          aliases.insert(text(draft(d).tokens));
        }
      } else if (draft(d).form != MentionForm::Pronoun) {
        aliases.insert(text(draft(d).name));
      }
    }
    aliases.erase(name);
    return {aliases.begin(), aliases.end()};
  }

  // Descriptions that identify someone: "the Chinese president", not "his friend" or "a member state".
  bool is_alias(const MentionDraft& it) const {
    const Role* role = it.role == None ? nullptr : &roles_[it.role];
    if (role == nullptr || role->possessive_pronoun || it.tokens.size() > 8) {
      return false;
    }
    const auto first = lower_case(layers_.form(it.tokens.begin));
    return first != "a" && first != "an" && first != "this" && first != "that" && first != "these" && first != "some";
  }

  void add_mentions() {
    std::vector<DraftId> kept;
    for (DraftId d = 0; d < coref_.mentions.size(); ++d) {
      if (draft(d).cluster != None && actor_of_.contains(draft(d).cluster)) {
        kept.push_back(d);
      }
    }
    std::stable_sort(kept.begin(), kept.end(), [&](DraftId a, DraftId b) {
      const Span x = draft(a).tokens;
      const Span y = draft(b).tokens;
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    mention_of_.assign(coref_.mentions.size(), None);
    for (MentionId m = 0; m < kept.size(); ++m) {
      mention_of_[kept[m]] = m;
    }
    actors_.by_head.assign(layers_.document.tokens.size(), None);
    for (MentionId m = 0; m < kept.size(); ++m) {
      const MentionDraft& it = draft(kept[m]);
      Mention mention{it.tokens, it.head, it.name, it.form, actor_of_[it.cluster], None, it.reason, it.confidence};
      mention.antecedent = it.antecedent == None || it.antecedent == kept[m] ? None : mention_of_[it.antecedent];
      actors_.actors[mention.actor].mentions.push_back(m);
      if (mention.head != None && (actors_.by_head[mention.head] == None || it.form == MentionForm::Name)) {
        const MentionId before = actors_.by_head[mention.head];
        const bool titled = before != None && actors_.mentions[before].form == MentionForm::Name;
        actors_.by_head[mention.head] = titled ? before : m;  // in "EU Commissioner Roe" the longer one, hers
      }
      actors_.mentions.push_back(std::move(mention));
    }
  }

  MentionId mention(DraftId d) const { return d == None ? None : mention_of_[d]; }

  // "President of China": the first office whose owner is known, or else the first office. A former one only if no
  // office is held now.
  void add_titles() {
    std::map<ActorId, int> best;
    for (const Tenure& tenure : tenures_) {
      const MentionId holder = mention(tenure.holder);
      if (holder == None) {
        continue;
      }
      const MentionId of = mention(tenure.of);
      actors_.titles.push_back(
          {holder, of, tenure.tokens, std::string(layers_.world.offices[tenure.office].name), tenure.former});
      const ActorId actor = actors_.mentions[holder].actor;
      ActorEntry& entry = actors_.actors[actor];
      const int rank = 1 + (of != None ? 1 : 0) + (tenure.former ? 0 : 2);
      if (rank > best[actor]) {
        entry.description = description(tenure, of);
        best[actor] = rank;
      }
      if (of != None && !tenure.former && entry.country.empty() &&
          actors_.actors[actors_.mentions[of].actor].kind == ActorKind::Country) {
        entry.country = actors_.actors[actors_.mentions[of].actor].id;
      }
    }
    add_countries();
  }

  // The singular of an office that several hold: "Presidents" → "President".
  std::string one_of(std::string office) const {
    const auto is_office = [&](std::string_view words) {
      return layers_.world.office_words.find(lower_case(words)) != nullptr;
    };
    if (office.ends_with('s') && !is_office(office) &&
        is_office(std::string_view(office).substr(0, office.size() - 1))) {
      office.pop_back();
    }
    return office;
  }

  // Empty for "his brother Jan Roe": "Brother" in a picture would not say whose brother.
  std::string description(const Tenure& tenure, MentionId of) const {
    if (of == None && tenure.head != None && layers_.world.name_word(layers_.lemma(tenure.head)).person_noun) {
      return {};
    }
    std::string words = one_of(text(tenure.tokens));
    words.erase(0, ex_prefix(words));
    if (tenure.former) {
      words.insert(0, "Former ");
    }
    words = with_capital(std::move(words));
    return of == None ? words : words + " of " + actors_.actors[actors_.mentions[of].actor].name;
  }

  // "the German journalist Anna Roe", "Indian budget airline Spicejet": the country in the phrase of a name.
  void add_countries() {
    for (const Role& role : roles_) {
      const MentionId bearer = mention(role.bearer);
      if (bearer == None) {
        continue;
      }
      ActorEntry& entry = actors_.actors[actors_.mentions[bearer].actor];
      for (const DraftId d : role.of) {
        const MentionId of = mention(d);
        if (of != None && entry.country.empty() && draft(d).form == MentionForm::Adjective &&
            actors_.actors[actors_.mentions[of].actor].kind == ActorKind::Country) {
          entry.country = actors_.actors[actors_.mentions[of].actor].id;
        }
      }
    }
  }

  // Mentions weigh more in headlines, at the beginning and as subjects. The sum over all actors is 1.
  void salience() {
    first_paragraph_ = first_paragraph();
    float total = 0.0F;
    for (const Mention& it : actors_.mentions) {
      const float weight = weight_of(it);
      actors_.actors[it.actor].salience += weight;
      total += weight;
    }
    for (ActorEntry& entry : actors_.actors) {
      entry.salience = total > 0.0F ? entry.salience / total : 0.0F;
    }
  }

  float weight_of(const Mention& it) const {
    float weight = it.form == MentionForm::Adjective ? 0.5F : 1.0F;
    const auto& document = layers_.document;
    const BlockId block = document.sentences[layers_.sentence_of[it.tokens.begin]].block;
    if (block < document.blocks.size()) {
      weight += document.blocks[block].kind == BlockKind::Title ? 2.0F : 0.0F;
      weight += block == first_paragraph_ ? 1.0F : 0.0F;
    }
    const Deprel d = it.head == None ? Deprel::Dep : layers_.deprel(it.head);
    weight += d == Deprel::Nsubj || d == Deprel::NsubjPass ? 0.5F : 0.0F;
    return weight;
  }

  BlockId first_paragraph() const {
    for (BlockId b = 0; b < layers_.document.blocks.size(); ++b) {
      if (layers_.document.blocks[b].kind == BlockKind::Paragraph) {
        return b;
      }
    }
    return None;
  }

  static constexpr float Unnamed = 0.8F;               // probability from which who has no name is an actor
  static constexpr float UnnamedThatComesBack = 0.6F;  // … mentioned more than once
  static constexpr float NamedThing = 0.6F;            // probability from which a thing with a name is an actor

  const Layers& layers_;
  const Coreference& coref_;
  const std::vector<Role>& roles_;
  const std::vector<Tenure>& tenures_;
  Actors actors_;
  std::vector<ClusterId> order_;
  std::map<ClusterId, ActorId> actor_of_;
  std::set<std::string> slugs_;
  std::vector<MentionId> mention_of_;
  BlockId first_paragraph_ = None;
};

}  // namespace

Actors make_entries(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles,
                    const std::vector<Tenure>& tenures) {
  return EntryMaker(layers, coref, roles, tenures).make();
}

}  // namespace entente
