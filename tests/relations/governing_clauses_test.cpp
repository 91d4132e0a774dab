// What governs a clause, and what it makes of it.
#include <entente/relations/governing.hpp>

#include <doctest/doctest.h>

#include "relations/moods.hpp"

using namespace entente;
using namespace entente::test;

namespace {

void check(std::initializer_list<MoodRow> rows) { check_moods(rows, climb_from_clause); }

}  // namespace

TEST_CASE("the verb above an infinitive or gerund says whether it is wanted, asked for or not done") {
  check({
      {"[PER Roe/NNP:2:nsubj ] wants/want/VBZ:0:root to/PART:4:mark help/VB:2:xcomp", "help", "wants planned"},
      {"[PER Roe/NNP:2:nsubj ] refused/refuse/VBD:0:root to/PART:4:mark help/VB:2:xcomp", "help", "refused negated"},
      {"[PER Roe/NNP:2:nsubj ] stopped/stop/VBD:0:root helping/help/VBG:2:xcomp", "helping", "stopped ended"},
      // to stop somebody is to prevent it
      {"[PER Roe/NNP:2:nsubj ] stopped/stop/VBD:0:root [PER Doe/NNP:2:obj ] helping/help/VBG:2:xcomp", "helping",
       "stopped negated"},
      {"[PER Roe/NNP:2:nsubj ] is/be/VBZ:0:root to/PART:4:mark help/VB:2:xcomp", "help", "is planned"},
      {"[PER Roe/NNP:2:nsubj ] used/use/VBD:0:root to/PART:4:mark help/VB:2:xcomp", "help", "used ended"},
      {"[PER Roe/NNP:2:nsubj ] kept/keep/VBD:0:root [PER Doe/NNP:2:obj ] from/SCONJ:5:mark helping/help/VBG:2:xcomp",
       "helping", "kept negated"},
      {"[PER Roe/NNP:2:nsubj ] accused/accuse/VBD:0:root [PER Doe/NNP:2:obj ] of/SCONJ:5:mark helping/help/VBG:2:xcomp",
       "helping", "accused possible !"},
      {"[PER Roe/NNP:2:nsubj ] considers/consider/VBZ:0:root it/PRON:2:obj to/PART:5:mark help/VB:2:xcomp", "help",
       "considers possible"},
  });
}

TEST_CASE("the speaker answers for what is said, unless it is denied, doubted or asked for") {
  check({
      {"[PER Roe/NNP:2:nsubj ] said/say/VBD:0:root that/SCONJ:5:mark he/PRON:5:nsubj helped/help/VBD:2:ccomp", "helped",
       "- asserted"},
      {"[PER Roe/NNP:2:nsubj ] denied/deny/VBD:0:root that/SCONJ:5:mark he/PRON:5:nsubj helped/help/VBD:2:ccomp",
       "helped", "denied negated"},
      {"[PER Roe/NNP:2:nsubj ] fears/fear/VBZ:0:root that/SCONJ:5:mark he/PRON:5:nsubj helps/help/VBZ:2:ccomp", "helps",
       "fears possible"},
      {"[PER Roe/NNP:2:nsubj ] demanded/demand/VBD:0:root that/SCONJ:5:mark he/PRON:5:nsubj help/VB:2:ccomp", "help",
       "demanded requested"},
      {"[PER Roe/NNP:2:nsubj ] agrees/agree/VBZ:0:root that/SCONJ:5:mark he/PRON:5:nsubj helps/help/VBZ:2:ccomp",
       "helps", "- asserted"},
      {"nobody/PRON:2:nsubj believes/believe/VBZ:0:root that/SCONJ:5:mark he/PRON:5:nsubj helped/help/VBD:2:ccomp",
       "helped", "- possible"},
      {"it/PRON:3:nsubj is/be/VBZ:3:cop untrue/JJ:0:root that/SCONJ:6:mark he/PRON:6:nsubj helped/help/VBD:3:ccomp",
       "helped", "untrue negated"},
  });
}

TEST_CASE("a noun above the clause plans it, or only tells it") {
  check({
      {"a/DET:2:det plan/NN:0:root to/PART:4:mark help/VB:2:acl", "help", "plan planned"},
      {"the/DET:2:det lie/NN:0:root that/SCONJ:5:mark he/PRON:5:nsubj helped/help/VBD:2:acl", "helped", "lie negated"},
      {"no/DET:2:det evidence/NN:0:root that/SCONJ:5:mark he/PRON:5:nsubj helped/help/VBD:2:acl", "helped",
       "- possible"},
      {"there/PRON:2:expl is/be/VBZ:0:root no/DET:4:det evidence/NN:2:nsubj that/SCONJ:7:mark he/PRON:7:nsubj "
       "helped/help/VBD:4:acl",
       "helped", "- possible"},
      {"[PER Roe/NNP:0:root ] to/PART:3:mark help/VB:1:acl [PER Doe/NNP:3:obj ]", "help", "- planned"},
      {"the/DET:2:det man/NN:0:root helping/help/VBG:2:acl [PER Doe/NNP:3:obj ]", "helping", "- asserted"},
  });
}

TEST_CASE("an adverbial clause and a conjunct follow their verb only where they have no tense or subject") {
  check({
      {"[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root to/PART:4:mark help/VB:2:advcl", "help", "came asserted"},
      {"[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root as/SCONJ:5:mark he/PRON:5:nsubj helped/help/VBD:2:advcl", "helped",
       "- asserted !"},
      {"[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root and/CCONJ:4:cc helped/help/VBD:2:conj", "helped", "came asserted"},
      {"[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root but/CCONJ:4:cc helped/help/VBD:2:conj", "helped",
       "came asserted !"},
      {"[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root and/CCONJ:5:cc [PER Doe/NNP:5:nsubj ] helped/help/VBD:2:conj",
       "helped", "- asserted"},
  });
}
