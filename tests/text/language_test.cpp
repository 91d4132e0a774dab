#include <doctest/doctest.h>

#include <entente/text/language.hpp>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("language: texts in English") {
  for (const char* const text : {"The president of Freedonia met the prime minister of Sylvania in the capital on "
                                 "Monday, and both said that the "
                                 "border would be opened before the end of the year. No date was given.",
                                 "Rivals Acme Corp and Globex Inc agreed terms for a $2bn merger Tuesday. Shares rose "
                                 "4 percent in early trading; "
                                 "analysts at Initech expect regulators to approve the deal by June.",
                                 "Home side United beat City 3-1 with goals from Jones, Brown and Okoye. Keeper Silva "
                                 "saved two penalties late on.",
                                 "Xi met Putin.", ""}) {
    CAPTURE(text);
    CHECK(looks_english(read_text(text)));
  }
}

TEST_CASE("language: texts in other languages") {
  for (const char* const text :
       {"Le président de la Freedonie a rencontré lundi le premier ministre de Sylvanie dans la capitale, et tous deux "
        "ont déclaré que la frontière serait ouverte avant la fin de l'année.",
        "Der Präsident von Freedonien traf am Montag den Ministerpräsidenten von Sylvanien in der Hauptstadt, und "
        "beide "
        "sagten, dass die Grenze noch in diesem Jahr geöffnet werde.",
        "De president van Freedonia ontmoette maandag de premier van Sylvanië in de hoofdstad, en beiden zeiden dat de "
        "grens voor het einde van het jaar open zou gaan. Het is in het belang van de burgers.",
        "El presidente de Freedonia se reunió el lunes con el primer ministro de Sylvania en la capital, y ambos "
        "dijeron "
        "que la frontera se abriría antes de fin de año.",
        "O presidente da Freedonia encontrou-se na segunda-feira com o primeiro-ministro da Sylvania na capital, e "
        "ambos "
        "disseram que a fronteira seria aberta antes do fim do ano.",
        "Il presidente di Freedonia ha incontrato lunedì il primo ministro di Sylvania nella capitale, ed entrambi "
        "hanno "
        "detto che il confine sarà aperto prima della fine dell'anno.",
        "Freedonias præsident mødtes mandag med Sylvaniens statsminister i hovedstaden, og begge sagde, at grænsen vil "
        "blive åbnet inden årets udgang. Det er for alle.",
        "Президент Фридонии встретился в понедельник с премьер-министром Сильвании в столице, и оба заявили, что "
        "граница "
        "будет открыта до конца года.",
        "自由国家的总统星期一在首都会见了西尔瓦尼亚的总理，双方表示边界将在年底之前开放，这将使两国的贸易和旅游更加方便"
        "，并有助于和平与稳定的发展。"}) {
    CAPTURE(text);
    CHECK_FALSE(looks_english(read_text(text)));
  }
}

TEST_CASE("language: English that quotes another language is English") {
  CHECK(looks_english(
      read_text("The minister said that he had nothing to add to what was written in the letter. \"Le président de la "
                "République ne parlera pas,\" he told reporters in Paris, and then he left for the airport.")));
}
