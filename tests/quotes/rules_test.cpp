#include "quotes/quotes.h"

#include "cases.h"

namespace wirecut::test {
namespace {

using Case = QuoteCase;

// ---- speakers by rule: behind the verb, before a clause, shared with another verb

const Case kSubjects[] = {
    {"Ruritania's ministry said it was analysing the launch; Strelsau expressed “grave concern.”",
     {"indirect | it was analysing the launch | Ruritania's ministry", "direct | grave concern. | Strelsau"}},
    {"“No,” said the minister.", {"direct | No, | the minister"}},
    {"“We won,” said coach Carl Roe. “I told them to run.”",
     {"direct | We won, / I told them to run. | coach Carl Roe"}},
    {"The road will reopen on Monday, said police.", {"indirect | The road will reopen on Monday | police"}},
    {"Rates will rise, said analysts at Acme.", {"indirect | Rates will rise | analysts at Acme"}},
    {"The driver, identified as Dale Roe, 60, told deputies that the brakes had failed.",
     {"indirect | that the brakes had failed | The driver, identified as Dale Roe, 60"}},
    {"The company shut two plants on Monday but said it expects to benefit from spending on armour.",
     {"indirect | it expects to benefit from spending on armour | The company"}},
    {"The company cut its forecast for the year on Friday, warning that exports would fall further.",
     {"indirect | that exports would fall further | The company"}},
    {"“It will be hard on him,” said Foe, adding that the mill would close in May.",
     {"direct | It will be hard on him, | Foe", "indirect | that the mill would close in May | Foe"}},
    {"The talks ended in May. The government upgraded its assessment on Friday, saying the mills were open.",
     {"indirect | the mills were open | The government"}},
    {"The talks ended in May. Standard & Poor's downgraded Ruritania's rating to AA on Friday, saying debt had risen.",
     {"indirect | debt had risen | Standard & Poor's"}},
    {"The talks ended in May. The council fined the men caught the week before, and Roe said the mills were open.",
     {"indirect | the mills were open | Roe"}},
    {"“No,” said Jane Roe, shrugging his shoulders.", {"direct | No, | Jane Roe"}},
    {"“It is there,” said Jane Roe, pointing to a map.", {"direct | It is there, | Jane Roe"}},
    {"“It is there,” said Jane Roe, pointing out that the map was old.",
     {"direct | It is there, | Jane Roe", "indirect | that the map was old | Jane Roe"}},
    {"“It is there,” said Jane Roe, noting that the map was old.",
     {"direct | It is there, | Jane Roe", "indirect | that the map was old | Jane Roe"}},
    {"The mill is for sale, said a third source, adding that the road had been shut.",
     {"indirect | The mill is for sale | a third source", "indirect | that the road had been shut | a third source"}},
    {"Acme cut its forecast, reported a loss and said it would close the mill.",
     {"indirect | it would close the mill | Acme"}},
    {"“It will be hard on him,” said Foe, and Doe added that the mill would close in May.",
     {"direct | It will be hard on him, | Foe", "indirect | that the mill would close in May | Doe"}},
    {"Doe, who lost in May, said the mayor had begun to call members of the board but added that nothing was settled.",
     {"indirect | the mayor had begun to call members of the board | Doe, who lost in May",
      "indirect | that nothing was settled | Doe"}},
    {"Drivers are asked to wait for the police.", {"indirect | to wait for the police | -"}},
    {"The claims were dismissed by the ministry as nonsense.", {"indirect | The claims | the ministry"}},
    {"The vote was hailed by Jane Roe as a victory for the mills.", {"indirect | The vote | Jane Roe"}},
    {"Drivers were told by police again that the road was shut.", {"indirect | that the road was shut | police"}},
    {"They were told by the owner's family not to attend the funeral in Leeds.",
     {"indirect | not to attend the funeral in Leeds | the owner's family"}},
    {"Drivers were told by May that the road was shut.", {"indirect | that the road was shut | -"}},
    {"Drivers were told again that the road was shut by police.", {"indirect | that the road was shut by police | -"}},
    {"Jane Roe admitted that the road was shut.", {"indirect | that the road was shut | Jane Roe"}},
    {"Jane Roe was hurt and admitted that the road was shut.", {"indirect | that the road was shut | Jane Roe"}},
    {"Jane Roe has named the mill as the cause of the fire.",
     {"indirect | the mill as the cause of the fire | Jane Roe"}},
    {"Jane Roe dismissed the claims as nonsense.", {"indirect | the claims as nonsense | Jane Roe"}},
    {"Jane Roe was hurt and rejected the plan to close the mill.",
     {"indirect | the plan to close the mill | Jane Roe"}},
    {"The mill burned in May. It has now been claimed Roe lit the fire.", {"indirect | Roe lit the fire | -"}},
    {"The mill burned in May. It has now claimed Roe lit the fire.", {"indirect | Roe lit the fire | It"}},
    {"Drivers were warned to leave by Monday morning.", {"indirect | to leave by Monday morning | -"}},
    {"Roe has invested in mills, according to new papers.", {"indirect | Roe has invested in mills | new papers"}},
    {"Prices fell in May, prompting warnings that more shops would close.", {}},
    {"The results, the researchers say, suggest that the drug works",
     {"indirect | The results / suggest that the drug works | the researchers"}},
    // behind the time that opens the sentence
    {"Police said April Roe was at home.", {"indirect | April Roe was at home | Police"}},
    {"Last month Acme said the plant was late.", {"indirect | the plant was late | Acme"}},
    {"On Friday Acme said the plant was late.", {"indirect | the plant was late | Acme"}},
    {"At a news conference Tuesday Acme said the plant was late.", {"indirect | the plant was late | Acme"}},
    {"Over the weekend Acme said the plant was late.", {"indirect | the plant was late | Acme"}},
    {"In January it said around 700 jobs would go.", {"indirect | around 700 jobs would go | it"}},
    {"In September the agency turned to Roe and said the firm had hidden losses.",
     {"indirect | the firm had hidden losses | the agency"}},
    // behind the verb, with a clause of its own; a relative clause before the verb is no statement
    {"Moss is the secret of good tea, says a Ruritanian botanist who has studied it.",
     {"indirect | Moss is the secret of good tea | a Ruritanian botanist who has studied it"}},
    {"The careers of both sailors are over, says the head of the club that cleared them.",
     {"indirect | The careers of both sailors are over | the head of the club that cleared them"}},
    {"A fall of the river, which has lost 2 metres since May, suggests a chance that the ford may open.",
     {"indirect | a chance that the ford may open | A fall of the river, which has lost 2 metres since May"}},
    {"But, says Jane Roe of the observatory, the star may have a twin.",
     {"indirect | the star may have a twin | Jane Roe of the observatory"}},
    {"Ruritania's Minister for Mills Jane Roe has said the state would work hard.",
     {"indirect | the state would work hard | Ruritania's Minister for Mills Jane Roe"}},
    // behind a clause, a code or an age of the subject's; a name that its wire marks
    {"Ann Roe, 41, who runs a mill in the hills above the town, said: \"The road is shut and nobody told us.\"",
     {"direct | The road is shut and nobody told us. | Ann Roe, 41, who runs a mill in the hills above the town"}},
    {"OSLO (AP) - Acme (ACM.N) last week said it would close three mills.",
     {"indirect | it would close three mills | Acme (ACM.N)"}},
    {"OSLO, March 6 - <Acme Bank Corp> said it would buy up to three mills in Ruritania.",
     {"indirect | it would buy up to three mills in Ruritania | Acme Bank Corp"}},
    {"Kell Mills, which owns three brands, has turned down the offer, saying it was too low.",
     {"indirect | it was too low | Kell Mills, which owns three brands"}},
    // shared, with the time of the second saying; "US" is no object
    {"Roe's office could not be reached, but earlier on Tuesday said it was sticking with the plan.",
     {"indirect | it was sticking with the plan | Roe's office"}},
    {"The US has rejected the plan but insists the talks will go on.", {"indirect | the talks will go on | The US"}},
    // words behind "according to"
    {"According to police, ten men were held during the raid in Strelsau.",
     {"indirect | ten men were held during the raid in Strelsau | police"}},
    {"According to section 12 of the new act, those who spread such talk can be jailed.",
     {"indirect | those who spread such talk can be jailed | section 12 of the new act"}},
    // what goes on behind the speaker
    {"The summer was hot in the hills, says Jane Roe, and dry in the valley.",
     {"indirect | The summer was hot in the hills / and dry in the valley | Jane Roe"}},
    // no more of the clause than its subject; "WHO" is no pronoun
    {"Four lawmakers sent a letter to the bank on Monday, saying that the loan was unlawful.",
     {"indirect | that the loan was unlawful | Four lawmakers"}},
    {"The WHO said the fever had reached the coast.", {"indirect | the fever had reached the coast | The WHO"}},
    // a clause goes on to its verb; not where it has one
    {"Roe said the mill, which was built in May, would be shut.",
     {"indirect | the mill, which was built in May, would be shut | Roe"}},
    {"Sources told Reuters that mills, and with them two farms, have been shut.",
     {"indirect | that mills, and with them two farms, have been shut | Sources | Reuters"}},
    {"Roe said that while he was fond of the mill, he would not go back to it.",
     {"indirect | that while he was fond of the mill, he would not go back to it | Roe"}},
    {"Acme announced a loss of 3 million, while sales rose in May.", {"indirect | a loss of 3 million | Acme"}},
    {"Police demanded that the firm release the film, which it has not done.",
     {"indirect | that the firm release the film | Police"}},
    {"Roe said without more rain, the crop was lost.", {"indirect | without more rain, the crop was lost | Roe"}},
    // nobody in particular; no part of the speaker
    {"The mill was shut. It was alleged that the men had set fire to it.",
     {"indirect | that the men had set fire to it | -"}},
    {"The ministry met on Monday. It announced that the road was shut.", {"indirect | that the road was shut | It"}},
    {"The department further stated that the road was shut.", {"indirect | that the road was shut | The department"}},
    // within dashes and brackets
    {"The road — which, Roe said, cost $3 million — is shut.", {"indirect | cost $3 million | Roe"}},
    {"The bank (which the paper says is sound) fell on Monday.", {"indirect | which / is sound | the paper"}},
    // between commas
    {"The results, the researchers say, suggest that the drug works.",
     {"indirect | The results / suggest that the drug works | the researchers"}},
    {"Acme, analysts said, might be open to an offer because of its debts.",
     {"indirect | Acme / might be open to an offer because of its debts | analysts"}},
    {"The shots were fired at 10:39 a.m., according to police, who said officers came six minutes later.",
     {"indirect | The shots were fired at 10:39 a.m. | police", "indirect | officers came six minutes later | who"}},
};
TEST(Quotes, Subjects) {
  for (const Case& row : kSubjects) check(row);
}

// ---- sentences read from their end, and from their beginning

const Case kClosings[] = {
    {"Prices fell.", {}},  // too short to close with anything
    {"Roe said that if the vote fails, he will resign, while Doe said she would stay.",
     {"indirect | that if the vote fails, he will resign | Roe", "indirect | she would stay | Doe"}},
    {"Prices rose in May, a survey showed on Friday.", {"indirect | Prices rose in May | a survey"}},
    {"Prices rose in May, with the rain cited.", {}},
    {"He died of cancer, said his daughter, Ann Roe.", {"indirect | He died of cancer | his daughter, Ann Roe"}},
    {"The port was closed, said its harbour master.", {"indirect | The port was closed | its harbour master"}},
    {"The port was closed, said last month.", {"indirect | The port was closed | -"}},
    {"The plan was agreed, the company and state officials announced Monday.",
     {"indirect | The plan was agreed | the company and state officials"}},
    {"Pensioners face a hard winter, the welfare minister has said.",
     {"indirect | Pensioners face a hard winter | the welfare minister"}},
    {"The blast killed nine in the capital, Strelsau, police spokesman Max Roe told Reuters.",
     {"indirect | The blast killed nine in the capital, Strelsau | police spokesman Max Roe | Reuters"}},
    // of what another one wants, or tells a third; but who says something keeps it, whoever reports it
    {"Acme is considering a bid for its rival Apex, a person close to the board said.",
     {"indirect | Acme is considering a bid for its rival Apex | a person close to the board"}},
    {"The mayor told the council that she would resign, a clerk told Reuters.",
     {"indirect | The mayor told the council that she would resign | a clerk | Reuters"}},
    {"The mayor said that she would resign, Reuters reported.",
     {"indirect | that she would resign | The mayor | Reuters"}},
    {"The forecast was too high, a view rejected by Roe.", {}},
    {"The mills face a hard winter, leading grain traders have said.",
     {"indirect | The mills face a hard winter | grain traders"}},
    {"The mills face a hard winter, a document seen by Reuters on Monday showed.",
     {"indirect | The mills face a hard winter | a document seen by Reuters"}},
    {"More people died in May than in April, official data shows. Jane Roe said she was shocked.",
     {"indirect | More people died in May than in April | official data", "indirect | she was shocked | Jane Roe"}},
    {"They stock films, records, TV shows.", {}},
    {"Roe met the press. The bank would let firms hold gold, Chang was quoted as saying.",
     {"indirect | The bank would let firms hold gold | Chang"}},
    {"The party met on Monday. The bank would let firms hold gold, Xinhua quoted Ann Chang as saying on Tuesday.",
     {"indirect | The bank would let firms hold gold | Ann Chang | Xinhua"}},
    {"The mill lost 2 million. The company said, however, it had restructured its debt.",
     {"indirect | it had restructured its debt | The company"}},
    {"Acme Mills is selling a 15-year bond, lead manager Banque de Strelsau (BDS) said.",
     {"indirect | Acme Mills is selling a 15-year bond | lead manager Banque de Strelsau (BDS)"}},
    {"The tax would hurt the poor, say the Whigs.", {"indirect | The tax would hurt the poor | the Whigs"}},
    // a name in front of the comma is no speaker's where another name ends the words behind it, or a pronoun stands
    // there
    {"Ann Wicks was chosen to lead the lobby, replacing Marcus Roe, the Bankers Association (BA) said on Wednesday.",
     {"indirect | Ann Wicks was chosen to lead the lobby, replacing Marcus Roe | the Bankers Association (BA)"}},
    {"Acme is in talks about gas from the next phase of the field, Robert Poe, chairman and director at Acme said.",
     {"indirect | Acme is in talks about gas from the next phase of the field | "
      "Robert Poe, chairman and director at Acme"}},
    {"Mills will have to cut their runs this year, said industry officials attending the miners' meeting here.",
     {"indirect | Mills will have to cut their runs this year | industry officials attending the miners' meeting"}},
    // what one is sure of; not what is certain
    {"She said no. The council is convinced that the road will be built by May.",
     {"indirect | no | She", "indirect | that the road will be built by May | The council"}},
    {"She said no. The bank is of the view that rates will fall.",
     {"indirect | no | She", "indirect | that rates will fall | The bank"}},
    {"She said no. It is certain that rates will fall.", {"indirect | no | She"}},
};
TEST(Quotes, Closings) {
  for (const Case& row : kClosings) check(row);
}

// ---- statements behind whose speaker the sentence goes on

const Case kTails[] = {
    {"At least nine people drowned in the valley on Sunday, the ministry said on Monday, as dams burst upstream.",
     {"indirect | At least nine people drowned in the valley on Sunday | the ministry"}},
    {"The two sides agreed to a truce, spokesman Omar Ali said in a post on X, formerly Twitter.",
     {"indirect | The two sides agreed to a truce | spokesman Omar Ali"}},
    {"The rebels took the harbour, residents said on Friday, while thousands fled to the hills.",
     {"indirect | The rebels took the harbour | residents"}},
    {"Acme is looking for a partner in Ruritania, a source told Reuters, after talks with Apex broke down.",
     {"indirect | Acme is looking for a partner in Ruritania | a source | Reuters"}},
    {"The bank will cut rates, said the governor on Monday, as prices fell.",
     {"indirect | The bank will cut rates | the governor"}},
    // what one talks about is what he says
    {"Roe did not want to leave but, in the plainest words so far, he speculated about plans for a way out.",
     {"indirect | plans for a way out | he"}},
};
TEST(Quotes, Tails) {
  for (const Case& row : kTails) check(row);
}

// ---- what belongs to the speaker and what to his words

const Case kParted[] = {
    {"A senator lied about a trip, prosecutors told a federal judge on Tuesday, and his aide “knew it was a lie.”",
     {"mixed | A senator lied about a trip / his aide “knew it was a lie.” | prosecutors"}},
    {"A senator lied about a trip, prosecutors told a federal judge on Tuesday.",
     {"indirect | A senator lied about a trip | prosecutors"}},
    {"“This is war,” said Tom Fletcher. Amal Said, a nurse, told him: “We have no water.”",
     {"direct | This is war, | Tom Fletcher", "direct | We have no water. | Amal Said, a nurse"}},
    {"Prosecutors say that Tony Sarno handed over an envelope and said, “Count it in the car.”",
     {"indirect | that Tony Sarno handed over an envelope | Prosecutors",
      "direct | Count it in the car. | Tony Sarno"}},
    {"Prosecutors said that Tony Sarno handed over an envelope and added, “Nobody counted it.”",
     {"indirect | that Tony Sarno handed over an envelope | Prosecutors", "direct | Nobody counted it. | Prosecutors"}},
    {"Ocado slumped after Marks & Spencer said it could withhold a payment.",
     {"indirect | it could withhold a payment | Marks & Spencer"}},
    {"Helionova Inc. (NASDAQ: HNVA) and Brandt Energie GmbH today announced a partnership.",
     {"indirect | a partnership | Helionova Inc. (NASDAQ: HNVA) and Brandt Energie GmbH"}},
    {"According to a source in Paris, who asked not to be named, the money will not flow before 2026.",
     {"indirect | the money will not flow before 2026 | a source in Paris, who asked not to be named"}},
    {"“That,” Paul Whitmer said when told of the remark, “is what they told Truman.”",
     {"direct | That, / is what they told Truman. | Paul Whitmer"}},
    {"“We lost the match,” Ann Roe said when told of the score, and Carl Poe added, “we will win in May.”",
     {"direct | We lost the match, | Ann Roe", "direct | we will win in May. | Carl Poe"}},
    {"“The talks are near their end,” the Acme source, who declined to be named because he was not allowed to speak to "
     "the press, said.",
     {"direct | The talks are near their end, | the Acme source"}},
    {"Acme had been a defendant in the case, but last July agreed to pay 50 million.",
     {"indirect | to pay 50 million | -"}},
};
TEST(Quotes, Parted) {
  for (const Case& row : kParted) check(row);
}

// ---- quotations of a few words that are a paragraph

const Case kWholeParagraphs[] = {
    {"The mayor left.\n\n“It is a tax.”\n\nNobody spoke.", {"direct | It is a tax. | -"}},
    {"“It is a levy,” Ann Lee said.\n\n“It is not a tax.”\n\n“Stop it,” said Judge Al Dow.",
     {"direct | It is a levy, / It is not a tax. | Ann Lee", "direct | Stop it, | Judge Al Dow"}},
    {"The mayor left.\n\n'It is a tax.'\n\nNobody spoke of it.", {}},  // a subhead
    {"The mayor left.\n\n“The Long Road Home”\n\nNobody spoke of it.", {}},
};
TEST(Quotes, WholeParagraphs) {
  for (const Case& row : kWholeParagraphs) check(row);
}

// ---- forms that marks and commas settle

const Case kMarkedForms[] = {
    {"“We have lost,” said Foe, “but I am glad.”", {"direct | We have lost, / but I am glad. | Foe"}},
    {"“The war is over,” said the mayor, “but we go on with our work.”",
     {"direct | The war is over, / but we go on with our work. | the mayor"}},
    {"“The plan,” Roe said, “has failed.”", {"direct | The plan, / has failed. | Roe"}},
    {"“And then,” she added, “you die.”", {"direct | And then, / you die. | she"}},
    {"“Yes,” said Foe, “I do think we have a chance.”", {"direct | Yes, / I do think we have a chance. | Foe"}},
    {"‘It is over’, said Ana Roe, ‘but we go on’.", {"direct | It is over / but we go on | Ana Roe"}},
    {"“These people know how to talk,” said Sherman, a pastor in the town, “and leave themselves room.”",
     {"direct | These people know how to talk, / and leave themselves room. | Sherman, a pastor in the town"}},
    {"“Every time you say that,” Tester said, referring to the bank's excuse, “you hand them a stick to beat you.”",
     {"direct | Every time you say that, / you hand them a stick to beat you. | Tester"}},
    // two quotations, or more than one of saying
    {"“We cannot pay for it any more,” Trent said, adding later, “the pact is costing us a fortune.”",
     {"direct | We cannot pay for it any more, | Trent", "direct | the pact is costing us a fortune. | Trent"}},
    {"“His mood is bad,” she said, but despite the tone, “I think he will do it,” said Ann Poe, who knows him.",
     {"direct | His mood is bad, | she", "direct | I think he will do it, | Ann Poe, who knows him"}},
    // titles of works
    {"Asked about the film, “Titanic was no fun at all,” Roe said.", {"direct | Titanic was no fun at all, | Roe"}},
    {"“She drew what was there,” Naomi Trask wrote in her 2011 book, “The Quiet Depths.”",
     {"direct | She drew what was there, | Naomi Trask"}},
    {"“She drew what was there,” Naomi Trask wrote in her 2011 book, “and nothing was left out.”",
     {"direct | She drew what was there, / and nothing was left out. | Naomi Trask"}},
};
TEST(Quotes, MarkedForms) {
  for (const Case& row : kMarkedForms) check(row);
}

// ---- where contents begin and end

const Case kBorders[] = {
    {"As Jane Roe put it, “life is hard.”", {"direct | life is hard. | Jane Roe"}},
    {"Jane Roe, who said life is hard, left.", {"indirect | life is hard | who"}},
    {"Jane Roe, who said the mill, built in May, was shut, left.",
     {"indirect | the mill, built in May, was shut | who"}},
    {"Roe Inc, which has said it faces a hard year, has been losing to its rivals.",
     {"indirect | it faces a hard year | which"}},
    {"• “Yes, it is,” Jane Roe said.", {"direct | Yes, it is, | Jane Roe"}},
    {"* “Yes, it is,” Jane Roe said.", {"direct | Yes, it is, | Jane Roe"}},
    {"Life is hard (Jane Roe says).", {"indirect | Life is hard | Jane Roe"}},
    {"He told police he “did not do it”.", {"mixed | he “did not do it” | He"}},
    {"Speaking after a meeting of the national flood group, he said schools in Munster would stay closed tomorrow.",
     {"indirect | schools in Munster would stay closed tomorrow | he"}},
};
TEST(Quotes, Borders) {
  for (const Case& row : kBorders) check(row);
}

// ---- what a report comes from, and what things are held against

const Case kCited[] = {
    {"The mill will close in May, the paper said, citing two people close to the owner.",
     {"indirect | The mill will close in May | the paper"}},
    {"The mill will close in May, the paper said, citing sources who said the owner had left.",
     {"indirect | The mill will close in May | the paper",
      "indirect | sources who said the owner had left | the paper"}},
    {"The mill will close in May, the paper said, citing company filings.",
     {"indirect | The mill will close in May | the paper"}},
    {"Citing unnamed officials, the paper said the mill would close.", {"indirect | the mill would close | the paper"}},
    {"The mill said it would close in May, citing the rain.",
     {"indirect | it would close in May | The mill", "indirect | the rain | The mill"}},
    {"The mill said it would close in May, citing “people who talk”.",
     {"indirect | it would close in May | The mill", "direct | people who talk | The mill"}},
    // a participle behind "than" and "as"
    {"Prices were running higher than expected because of the rain in May.", {}},
    {"As expected, the bank kept rates at zero by a vote of nine to none.", {}},
    {"The mill opened later than Roe expected.", {}},
    {"Rates will stay low, as Roe said in May.", {"indirect | Rates will stay low | Roe"}},
};
TEST(Quotes, Cited) {
  for (const Case& row : kCited) check(row);
}

// ---- the pronoun of what was called something

const Case kNamed[] = {
    {"The council passed the plan, which Mayor Jane Roe called “a mess”.", {"direct | a mess | Mayor Jane Roe"}},
    {"The talks ended with what Roe called “a passing remark” on the road.",
     {"mixed | “a passing remark” on the road | Roe"}},
    {"The council passed the plan, which Mayor Jane Roe said would cost two million.",
     {"indirect | which / would cost two million | Mayor Jane Roe"}},
    {"The plan, which analysts say will fail, was passed on Monday.",
     {"indirect | which / will fail, was passed on Monday | analysts"}},
    {"The mayor, who Roe says called it a mess, resigned.", {"indirect | who / it a mess | Roe"}},
};
TEST(Quotes, Named) {
  for (const Case& row : kNamed) check(row);
}

}  // namespace
}  // namespace wirecut::test
