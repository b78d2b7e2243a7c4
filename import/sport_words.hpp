// Words for sports in the languages of the exports. A word is a few letters here.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SPORT_WORDS_HPP
#define PLIMSOLL_IMPORT_SPORT_WORDS_HPP

#include "model/sport.hpp"

#include <array>
#include <string_view>

namespace plimsoll::ingest {

/// A sport and words for it, folded, with single blanks for hyphens and underscores, bars between.
struct SportWords {
    Sport sport;
    std::string_view words;
};

inline constexpr std::array sport_words{
    SportWords{
        Sport::run,
        "laufen|laufsport|lauf|strassenlauf|løb|carrera|correr|corrida|corrida de rua|"
        "bieganie|bieg|bieganie uliczne|futás|löpning|lopning|hardlopen|hardloopsessie|"
        "hardloop|course à pied|course|corsa|løping|juoksu|ランニング|running/jogging|joggen|"
        "streetrunning|outdoor run|outdoor running"},
    SportWords{Sport::trail_run,
               "trailrunning|trailløb|carrera de montaña|trail|bieg w terenie|terepfutás|"
               "trailhardlopen|trail running/hiking|carrera por senderos|corrida de trilha|"
               "corrida em trilha|bieganie w terenie|bieganie przełajowe|terränglöpning|"
               "trail (course à pied)|carrera de trail|trailrun"},
    SportWords{Sport::track_run,
               "bahnlauf|laufbahntraining|carrera en pista|corrida em pista|baneløb|banelöpning|"
               "corsa su pista|bahnlaufen|bahntraining|course sur piste|bieganie na bieżni "
               "stadionowej|pályafutás"},
    SportWords{Sport::treadmill_run,
               "laufband|laufbandlauf|laufen auf dem laufband|løbebånd|løb på løbebånd|"
               "carrera en cinta|cinta de correr|cinta|corrida em esteira|corrida na esteira|"
               "esteira|bieganie na bieżni|bieżnia|futópad|futópados futás|löpband|loopband|"
               "hardlopen op loopband|course sur tapis roulant|tapis roulant|indoor laufen|"
               "løping på tredemølle|laufbandtraining|entrenamiento en cinta|"
               "carrera en cinta de correr|virtualrun|indoor run"},
    SportWords{Sport::walk,
               "gehen|walken|spaziergang|gang|gåtur|caminata|caminar|andar|caminhada|marche|chód|"
               "spacer|gyaloglás|séta|promenad|gång|wandelen|wandeling|camminata|kävely|spazieren|"
               "mobilität gehen|outdoor walk|indoor walk|indoor walking"},
    SportWords{Sport::hike,
               "wandern|wanderung|vandring|vandretur|senderismo|excursionismo|randonnée|trekking|"
               "wycieczka piesza|piesze wędrówki|túrázás|hiken|escursionismo|trilha|bergwandern|"
               "bergsteigen|vandre|rucking"},
    SportWords{
        Sport::ride,
        "radfahren|radfahrt|rennradfahren|rennrad|mountainbiken|mtb|indoor radfahren|cykling|"
        "landevejscykling|ciclismo|ciclismo de carretera|ciclismo de montaña|ciclismo indoor|"
        "ciclismo em estrada|ciclismo de estrada|ciclismo em ambiente fechado|"
        "vuelta ciclista|bicicleta|kolarstwo|jazda na rowerze|kolarstwo szosowe|kerékpározás|"
        "országúti kerékpározás|beltéri kerékpározás|fietsen|fietsrit|wielrennen|vélo|"
        "cyclisme|vtt|ciclismo su strada|pyöräily|cycling (outdoor)|radsport|cykeltur|"
        "indendørs cykling|mountainbike|inomhuscykling|e bike fahrt|e biking|e bike mountain|"
        "stationary biking|spinning|virtuelles radfahren|ciclismo en sala|"
        "ciclismo bajo techo|outdoor cycle|indoor cycle|outdoor cycling|outdoor ride|"
        "virtualride|e bike|mountainbikeride|gravelride"},
    SportWords{
        Sport::swim,
        "schwimmen|schwimmbadschwimmen|freiwasserschwimmen|svømning|svømning i pool|natación|"
        "natación en piscina|natación en aguas abiertas|natação|natação em piscina|"
        "natação em águas abertas|pływanie|pływanie na basenie|úszás|medencés úszás|zwemmen|"
        "zwemmen in zwembad|zwemmen in open water|natation|natation en piscine|nuoto|simning|"
        "simning i bassäng|uinti|nadar|pool|schwimmen im schwimmbad|pool swim workout"},
    SportWords{Sport::row,
               "rudern|indoor rudern|roning|remo|remo indoor|aviron|wioślarstwo|evezés|roeien|"
               "canottaggio|rodd|roning indendørs|row machine"},
    SportWords{Sport::ski,
               "skifahren|skilanglauf|langlaufen|skiløb|langrend|esquí|esquí alpino|esquí nórdico|"
               "ski alpin|ski de fond|narciarstwo|síelés|skiën|sci|längdskidåkning|längdskidor|"
               "cross country classic skiing|skating|skate skiing|skate skiing ws|"
               "resort skiing snowboarding ws|langdskidakning fristil|längdskidåkning klassisk|"
               "nordicski|alpineski|backcountryski"},
    SportWords{
        Sport::strength,
        "krafttraining|kraft|styrketræning|entreno de fuerza|entrenamiento de fuerza|"
        "entrenamiento con pesas|fuerza|treino de força|treinamento de força|musculação|"
        "musculation|renforcement musculaire|trening siłowy|siłownia|erősítés|erőnléti edzés|"
        "erősítő edzés|krachttraining|styrketräning|allenamento forza|styrketrening|"
        "weighttraining|functional fitness|weightlifting|traditional strength training|"
        "functional strength training|strength trainer|core training"},
    SportWords{Sport::cardio,
               "kardio|fitness|entrenamiento|entreno|entrenamiento cardio|treino|entraînement|"
               "training (cardio)|trening|allenamento|edzés|treeni|circuit training|crosstraining|"
               "boxing|kickboxing|functional training|core|trening cardio|konditionstraining|"
               "traditional strength training/other|group exercise|zumba|bootcamp|"
               "mixed metabolic cardio"},
    SportWords{Sport::elliptical,
               "ellipsentrainer|crosstrainer|elíptica|elíptico|elliptique|orbitrek|"
               "crosstrainer (elliptical)|ellipszis tréner|elliptisch|ellittica"},
    SportWords{Sport::mobility,
               "dehnen|stretch|jóga|joga|flexibility|foam rolling|recovery|respiración|breathwork|"
               "meditation|estiramientos|pilatus|étirements|mindfulness|meditación|barre|"
               "flexibility training|cooldown"},
    SportWords{Sport::racket,
               "paddle|pádel|padel tennis|tenis|tenisz|teniszezés|tischtennis|racquetball|"
               "tennis de table|racket sports"},
    SportWords{Sport::soccer,
               "fussball|fútbol|futebol|calcio|fotball|fodbold|fotboll|voetbal|piłka nożna|"
               "labdarúgás|foci|football soccer|football/soccer|outdoor soccer|indoor soccer|"
               "football association|fútbol soccer"},
    SportWords{Sport::basketball, "baloncesto|basquete|koszykówka|kosárlabda|basket"},
    SportWords{Sport::rugby, "rugby football|rugby à xv|rögbi|rugby 7s|touch rugby"},
    SportWords{Sport::multisport, "multi sport|triatlon|triatlón|triathlon "
                                  "training|duathlon|brick|multisport activity|swimrun|"
                                  "multideporte|multideportes|multiesporte"},
    SportWords{Sport::hockey, "ice hockey|eishockey|hokej|roller hockey|hockey sobre hierba"},
    SportWords{
        Sport::other,
        "sonstiges|andet|otro|otros|outro|outros|autre|altro|inne|egyéb|overig|övrigt|annet|"
        "muu|other activity|incident detected|transition|uncategorized|day off|golf|surfing|"
        "surf|sail|sailing|kayaking|kayak|canoeing|canoe|stand up paddling|"
        "stand up paddleboarding|stand up paddle|climbing|rock climbing|bouldering|"
        "indoor climbing|ice skate|ice skating|inline skate|inline skating|skateboard|"
        "skateboarding|wheelchair|dance|dancing|martial arts|horseback riding|snowboard|"
        "snowboarding|kitesurf|windsurf|handcycle|velomobile|diving|breathing|andningsterapi|"
        "meditation session|volleyball|handball|baseball|softball|cricket|lacrosse|"
        "american football|gymnastics|climb|motorcycling|fishing|hunting|archery|commuting|"
        "floor climbing|disc golf"},
};

} // namespace plimsoll::ingest

#endif
