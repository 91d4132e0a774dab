#include <entente/actors/countries_of_titles.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <entente/actors/name_key.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

class CountryFinder {
 public:
  CountryFinder(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles,
                std::vector<Tenure> tenures)
      : layers_(layers), coref_(coref), roles_(roles), tenures_(std::move(tenures)) {
    for (ClusterId c = 0; c < coref_.clusters.size(); ++c) {
      if (coref_.clusters[c].kind == ActorKind::Country && !coref_.clusters[c].drafts.empty()) {
        countries_.push_back(c);
      }
    }
  }

  std::vector<Tenure> run() {
    for (Tenure& tenure : tenures_) {
      if (tenure.of == None && !countries_.empty() && is_bare_title(tenure)) {
        const ClusterId country = country_of(tenure);
        tenure.of = country == None ? None : nearest(country, tenure.tokens.begin);
      }
    }
    return std::move(tenures_);
  }

 private:
  const Office& office(const Tenure& tenure) const { return layers_.world.offices[tenure.office]; }

  // "President Roe", "the prime minister": an office of a country that the text does not name there.
  bool is_bare_title(const Tenure& tenure) const {
    const std::string_view name = office(tenure).name;
    const bool of_countries = (office(tenure).of == ActorKind::Country && office(tenure).tie == OfficeTie::Leads) ||
                              name == "president" || name.ends_with(" minister");
    const auto role = std::lower_bound(roles_.begin(), roles_.end(), tenure.tokens.begin,
                                       [](const Role& it, TokenId begin) { return it.tokens.begin < begin; });
    const bool known = role != roles_.end() && role->tokens.begin == tenure.tokens.begin;
    if (!of_countries || !known || !role->of.empty()) {
      return false;
    }
    if (role->tie == RoleTie::Title) {  // "the company president Jan Roe" is not a head of state
      return is_capitalized(layers_.form(role->tokens.begin)) && role->phrase.begin == role->tokens.begin;
    }
    const bool said_of_name = role->tie == RoleTie::Apposition;
    return (said_of_name || coref_.mentions[tenure.holder].form == MentionForm::Description) &&
           layers_.lemma(role->determiner) == "the" && role->phrase.begin + 1 == role->tokens.begin;
  }

  // The country that the lexicon gives the person; otherwise the one that the article mentions far more than any other.
  ClusterId country_of(const Tenure& tenure) const {
    const ClusterId holder = coref_.mentions[tenure.holder].cluster;
    if (const ClusterId told = stated_country(holder, tenure.office); told != None) {
      return told;
    }
    if (const EntryId known = known_country(layers_, coref_, holder); known != None) {
      const auto found = std::find_if(countries_.begin(), countries_.end(),
                                      [&](ClusterId c) { return coref_.clusters[c].entry == known; });
      return found == countries_.end() ? None : *found;
    }
    const ClusterId main = main_country(coref_.clusters);
    return main == None || is_another_ones(main, holder, tenure) ? None : main;
  }

  // The country of the same office of the same person elsewhere in the text.
  ClusterId stated_country(ClusterId holder, OfficeId office) const {
    const auto same = std::find_if(tenures_.begin(), tenures_.end(), [&](const Tenure& other) {
      return other.of != None && other.office == office && coref_.mentions[other.holder].cluster == holder &&
             coref_.cluster_of(other.of).kind == ActorKind::Country;
    });
    return same == tenures_.end() ? None : coref_.mentions[same->of].cluster;
  }

  // Does another person hold the same office in the country, or head it in the same sentence: "President Roe met Prime
  // Minister Doe of Chad"?
  bool is_another_ones(ClusterId country, ClusterId holder, const Tenure& tenure) const {
    const Span sentence = layers_.sentence_tokens(tenure.tokens.begin);
    return std::any_of(tenures_.begin(), tenures_.end(), [&](const Tenure& other) {
      const bool rival = other.office == tenure.office ||
                         (office(other).tie == OfficeTie::Leads && sentence.contains(other.tokens.begin));
      return other.of != None && coref_.mentions[other.of].cluster == country && rival && !other.former &&
             coref_.mentions[other.holder].cluster != holder;
    });
  }

  // The nearest mention of the country, preferably a name rather than an adjective.
  DraftId nearest(ClusterId country, TokenId at) const {
    const auto key = [&](DraftId d) {
      const MentionDraft& it = coref_.mentions[d];
      const TokenId begin = it.tokens.begin;
      return std::pair(it.form != MentionForm::Name, begin < at ? at - begin : begin - at);
    };
    const auto& all = coref_.clusters[country].drafts;
    return *std::min_element(all.begin(), all.end(), [&](DraftId a, DraftId b) { return key(a) < key(b); });
  }

  const Layers& layers_;
  const Coreference& coref_;
  const std::vector<Role>& roles_;
  std::vector<Tenure> tenures_;
  std::vector<ClusterId> countries_;
};

// "Joseph R. Biden, Jr." → "Joseph Biden"
std::string plain_name(const Layers& layers, Span name) {
  std::string plain;
  for (TokenId t = name.begin; t < name.end; ++t) {
    const std::string_view form = layers.form(t);
    const bool initial = t > name.begin && (form.size() == 1 || (form.size() == 2 && form.back() == '.'));
    if (!initial && form != "," && !layers.world.name_word(form).suffix) {
      plain.append(plain.empty() ? "" : " ").append(form);
    }
  }
  return plain;
}

}  // namespace

std::uint32_t known_leader(const Layers& layers, const Coreference& coref, ClusterId person) {
  for (const DraftId d : coref.clusters[person].drafts) {
    const MentionDraft& it = coref.mentions[d];
    if (it.form != MentionForm::Name) {
      continue;
    }
    const std::string name(layers.document.view_tokens(it.name));
    const auto* leader = layers.world.leader_names.find(name);
    leader = leader == nullptr ? layers.world.leader_names.find(plain_name(layers, it.name)) : leader;
    if (leader != nullptr) {
      return *leader;
    }
  }
  return None;
}

EntryId known_country(const Layers& layers, const Coreference& coref, ClusterId person) {
  const std::uint32_t leader = known_leader(layers, coref, person);
  return leader == None ? None : layers.world.leaders[leader].country;
}

std::vector<Tenure> add_countries_of_titles(const Layers& layers, const Coreference& coref,
                                            const std::vector<Role>& roles, std::vector<Tenure> tenures) {
  return CountryFinder(layers, coref, roles, std::move(tenures)).run();
}

}  // namespace entente
