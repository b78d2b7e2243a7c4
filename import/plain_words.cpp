// The table of words.
// SPDX-License-Identifier: Apache-2.0
#include "import/plain_words.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::ingest {
namespace {

// Keys that mean one thing, a blank before and behind each.
struct ColumnWords {
    PlainWord meaning;
    std::string_view keys;
};

constexpr std::array words_of_columns{
    ColumnWords{{Field::start, Unit::text, WordClass::sure},
                " date data datum fecha dato datereg workoutdate activitydate sessiondate"
                " startdate trainingdate dateoftraining dateofsession dateofworkout"
                " dateofactivity trainingsdatum trainingstag datetime dateandtime startdatetime"
                " startdateandtime dateetheure paiva paivamaara pvm paivays datums"
                " fechadeentrenamiento datadotreino datatreino "},
    ColumnWords{{Field::start, Unit::text, WordClass::second},
                " starttime start day tag jour dag dia giorno "},
    ColumnWords{{Field::sport, Unit::text, WordClass::sure},
                " sport activity activitytype type sessiontype sportart deporte sporttype tipo"
                " discipline trainingtype typeoftraining typeofsession typeofactivity sportname "},
    ColumnWords{{Field::title, Unit::text, WordClass::sure},
                " title note notes titel titre titulo notiz notizen notas opmerking bemerkung"
                " bemerkungen kommentar comment comments description activite activityname "},
    ColumnWords{{Field::title, Unit::text, WordClass::second},
                " sessionname sessiontitle session workoutname workout einheit seance sesion"
                " sessao ampm "},
    ColumnWords{{Field::duration, Unit::any_time, WordClass::sure},
                " duration movingtime dauer durata duree duracion duracao duur varighed varighet"
                " varaktighet kesto czastrwania idotartam totaltime totalduration sessionduration"
                " trainingduration workoutduration activityduration exerciseduration"
                " durationofsession durationoftraining actualduration durationactual sessiontime"
                " trainingtime workouttime playingtime sessionlength traininglength dur"
                " trainingsdauer einheitsdauer gesamtdauer trainingszeit trainingsduur"
                " dureeseance dureedelaseance duraciontotal duracaodotreino temps tiempo "},
    ColumnWords{{Field::duration, Unit::minutes, WordClass::sure},
                " minutes mins minuten minutos minuti minuter minutter minutesplayed"
                " trainingminutes sessionminutes totalminutes durationminutes "},
    ColumnWords{{Field::duration, Unit::hours, WordClass::sure},
                " hours hrs stunden trainingsstunden heures horas "},
    ColumnWords{{Field::elapsed, Unit::any_time, WordClass::sure}, " elapsed elapsedtime "},
    ColumnWords{{Field::distance, Unit::any_distance, WordClass::sure},
                " distance dist distanz distancia distans afstand dystans tavolsag distanza"
                " strecke stracka matka totaldistance totaldist distancetotal"
                " totaldistancecovered distancecovered distancerun distanceran distancetravelled"
                " distancetraveled "},
    ColumnWords{{Field::distance, Unit::kilometres, WordClass::sure},
                " km kms kilometer kilometers kilometre kilometres kilometros chilometri "},
    ColumnWords{{Field::distance, Unit::miles, WordClass::sure}, " miles mileage "},
    ColumnWords{{Field::distance, Unit::metres, WordClass::sure}, " metres meters "},
    ColumnWords{{Field::distance, Unit::yards, WordClass::sure}, " yards yds "},
    ColumnWords{{Field::rpe, Unit::one, WordClass::sure},
                " rpe rpescore rperating rpevalue postsessionrpe posttrainingrpe postrpe"
                " postworkoutrpe trainingrpe playerrpe athleterpe overallrpe globalrpe actualrpe"
                " reportedrpe rpeoverall rpeglobal rpesession rpetraining rpecr10 cr10rpe cr10"
                " rpe10 borg borgcr10 borgrpe rpeborg borgscale borgrating borgskala foster"
                " sessionrpe rateofperceivedexertion ratingofperceivedexertion"
                " ratingsofperceivedexertion perceivedexertion perceivedeffort perceivedintensity"
                " sessionrating sessionintensity sessioneffort pse psesessao psedasessao"
                " percepcaosubjetivadeesforco percepcionsubjetivadelesfuerzo esfuerzopercibido"
                " belastungsempfinden anstrengungsempfinden subjektivebelastung"
                " subjektiveanstrengung anstrangningsgrad effortpercu effortressenti"
                " sforzopercepito howhardwasthesession howhardwasyoursession"
                " howhardwasthetraining howhardwasyourtraining howhardwastheworkout"
                " howhardwasyourworkout "},
    ColumnWords{{Field::avg_hr, Unit::one, WordClass::sure},
                " avghr averagehr averageheartrate hfavg hravg heartrate avgheartrate puls"
                " fcmoyenne meanhr meanheartrate hrmean durchschnittspuls "},
    ColumnWords{{Field::max_hr, Unit::one, WordClass::sure},
                " maxhr maxheartrate hfmax hrmax maximumheartrate fcmax maximumhr peakhr"
                " maximalpuls maxpuls "},
    ColumnWords{{Field::max_speed, Unit::any_speed, WordClass::sure},
                " maxspeed topspeed maximumspeed maxvelocity maximumvelocity peakspeed maxvel "},
    ColumnWords{{Field::ascent, Unit::metres, WordClass::sure},
                " ascent elevationgain climb totalascent gainaltitude "},
    ColumnWords{{Field::high_speed, Unit::metres, WordClass::sure},
                " highspeeddistance hsr hsrdistance highspeedrunning highspeedrunningdistance "},
    ColumnWords{{Field::sprint_distance, Unit::metres, WordClass::sure}, " sprintdistance "},
    ColumnWords{{Field::sprints, Unit::one, WordClass::sure},
                " sprints sprintcount numberofsprints "},
    ColumnWords{{Field::changes_of_direction, Unit::one, WordClass::sure}, " changesofdirection "},
    ColumnWords{{Field::duration, Unit::any_time, WordClass::weak},
                " time zeit tijd tid howlong howlongdidyoutrain howlongwasthesession"
                " howlongwasyoursession howlongwasthetraining howlongwasyourtraining"
                " howlongwastheworkout length "},
    ColumnWords{{Field::duration, Unit::minutes, WordClass::weak}, " min "},
    ColumnWords{{Field::clock, Unit::text, WordClass::weak},
                " starttime timeofday uhrzeit startzeit beginn heure hora ora tijdstip starttid "},
    ColumnWords{{Field::distance_unit, Unit::text, WordClass::weak},
                " unit units distanceunit distanceunits unitofdistance "},
    ColumnWords{{Field::load, Unit::one, WordClass::weak}, " srpe "},
    ColumnWords{{Field::rpe, Unit::one, WordClass::weak},
                " rating exertion effort intensity hardness difficulty anstrengung"
                " intensitat esfuerzo intensidad esforco intensidade sforzo intensita intensite"
                " anstrangning "},
    ColumnWords{{Field::distance, Unit::any_distance, WordClass::weak}, " td "},
    ColumnWords{{Field::start, Unit::text, WordClass::weak},
                " timestamp zeitstempel horodateur marcatemporal marcadetiempo"
                " informazionicronologiche carimbodedatahora tijdstempel tidsstampel tidsstempel "},
    ColumnWords{{Field::high_speed, Unit::metres, WordClass::weakest}, " highspeed "},
    ColumnWords{{Field::sprint_distance, Unit::metres, WordClass::weakest}, " sprint "},
    ColumnWords{{Field::duration, Unit::any_time, WordClass::weakest}, " tempo "},
};

struct NameWords {
    NamePart part;
    std::string_view keys;
};

constexpr std::array name_words{
    NameWords{NamePart::whole,
              " athlete athleteid player playerid playername athletename userid"
              " playerdisplayname atleta atletaid giocatore giocatrice jatekos joueur joueuse"
              " spieler spielerin spielername spielerinname spelare jugador jugadora sporter"
              " athlet athletin athletenname sportler sportlerin sportlername fullname"
              " athletefullname playerfullname firstandlastname firstlastname nameandsurname"
              " namesurname nomdujoueur nomjoueur nometprenom nomprenom prenomnom participant"
              " participantname nombrecompleto nombredeljugador nombrejugador deportista"
              " jogador jogadora nomedojogador nomedoatleta nomeatleta nomecompleto speler"
              " spelersnaam speelster spiller utover zawodnik zawodniczka pelaaja urheilija"
              " hrac runner swimmer whatisyourname yourname vorundnachname vornamenachname"
              " subject "},
    NameWords{NamePart::name, " name nom nome nombre naam namn navn nimi nev "},
    NameWords{NamePart::given,
              " firstname first givenname forename vorname prenom voornaam fornamn fornavn"
              " etunimi imie "},
    NameWords{NamePart::family,
              " lastname last surname familyname nachname familienname achternaam apellido"
              " apellidos cognome sobrenome efternamn efternavn etternavn sukunimi nazwisko"
              " nomdefamille "},
    NameWords{NamePart::number,
              " participantid subjectid id pid personid memberid studentid initials initialen"
              " initiales email emailaddress mail playerno playernumber playernr playercode"
              " athletecode athleteno athletenumber shirtnumber shirtno jersey jerseynumber"
              " jerseyno squadnumber trikotnummer ruckennummer "},
};

bool holds(std::string_view keys, std::string_view key) noexcept {
    for (std::size_t at = keys.find(key); at != std::string_view::npos;
         at = keys.find(key, at + 1)) {
        if (keys[at - 1] == ' ' && keys[at + key.size()] == ' ') {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<PlainWord> plain_word(std::string_view key, WordClass standing) noexcept {
    const auto* const known =
        std::find_if(words_of_columns.begin(), words_of_columns.end(), [&](const ColumnWords& row) {
            return row.meaning.standing == standing && !key.empty() && holds(row.keys, key);
        });
    return known == words_of_columns.end() ? std::nullopt : std::optional(known->meaning);
}

std::optional<NamePart> name_part_of(std::string_view key) noexcept {
    const auto* const known =
        std::find_if(name_words.begin(), name_words.end(),
                     [&](const NameWords& row) { return !key.empty() && holds(row.keys, key); });
    return known == name_words.end() ? std::nullopt : std::optional(known->part);
}

} // namespace plimsoll::ingest
