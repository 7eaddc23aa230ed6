#include "resolve/speakers.h"

#include <string>
#include <vector>

#include "check.h"

namespace wirecut::test {
namespace {

// Each quote's speaker by name; "*" behind it where he is one of the story's entities, "-" where nobody is named.
struct Case {
  const char* text;
  std::vector<std::string> speakers;
};

void check(const Case& row) {
  const Story story = analyze(row.text);
  std::vector<std::string> found;
  for (const Quote& quote : story.quotes) {
    found.emplace_back(quote.speaker ? quote.speaker->name : "-");
    if (quote.speaker && quote.speaker->entity) found.back() += "*";
  }
  EXPECT_EQ(found, row.speakers) << row.text;
}

const Case kNames[] = {
    {"Sergey Petrov arrived in Geneva on Monday. “We will sign the treaty tomorrow,” Petrov said.", {"Sergey Petrov*"}},
    {"“We will sign the treaty tomorrow,” said Foreign Minister Sergey Petrov, who arrived on Monday.",
     {"Sergey Petrov*"}},
    {"Jane Miller, a lawyer for the family, said the verdict would be appealed.", {"Jane Miller*"}},
    {"“The verdict will be appealed by the family,” said the family's lawyer, Jane Miller.", {"Jane Miller*"}},
};
TEST(Speakers, Names) {
  for (const Case& row : kNames) check(row);
}

// Nobody is known to speak: the words are sure, the speaker isn't.
TEST(Speakers, LettersOfAnInterviewAreNoSpeaker) {
  constexpr float kMost = 0.7F;
  const Story story = analyze("Q: When did you hear of it?\n\nA: My brother called me at six.\n\nQ: And then?");
  ASSERT_FALSE(story.quotes.empty());
  for (const Quote& quote : story.quotes) {
    EXPECT_FALSE(quote.speaker);
    EXPECT_LE(quote.confidence, kMost);
  }
}

const Case kPronouns[] = {
    {"Smith, who met Jones on Friday, quoted her as saying: “I will quit.”", {"Jones*"}},
    {"Jane Roe kept her seat by three votes. In her own words: “I have never been so near to losing it.”",
     {"Jane Roe*"}},
    {"Sergey Petrov met Maria Lopez in Geneva on Monday. “We will sign the treaty tomorrow,” she said.",
     {"Maria Lopez*"}},
    {"Sergey Petrov met Maria Lopez in Geneva on Monday. “We will sign the treaty tomorrow,” he said.",
     {"Sergey Petrov*"}},
    {"“We will sign the treaty tomorrow,” Sergey Petrov said. “It took us seven years of talks,” he added.",
     {"Sergey Petrov*", "Sergey Petrov*"}},
    {"“We will sign the treaty tomorrow,” Maria Lopez said.\n\n“It took us seven years of talks,” she added.",
     {"Maria Lopez*", "Maria Lopez*"}},
};
TEST(Speakers, Pronouns) {
  for (const Case& row : kPronouns) check(row);
}

const Case kNouns[] = {
    {"Foreign Minister Sergey Petrov arrived in Geneva on Monday. “We will sign the treaty tomorrow,” the minister "
     "said.",
     {"Sergey Petrov*"}},
    {"“The treaty will be signed tomorrow,” the statement read. “It ends seven years of talks,” it added.",
     {"the statement", "the statement"}},
    {"Officials said the treaty would be signed on Friday. They said the talks had taken seven years.",
     {"Officials", "Officials"}},
    {"“The treaty will be signed tomorrow,” a senior diplomat said.", {"a senior diplomat"}},
};
TEST(Speakers, Nouns) {
  for (const Case& row : kNouns) check(row);
}

// Who sends the story is nobody in it; "they" are people, or who spoke before.
const Case kSenders[] = {
    {"LONDON, May 5 (Reuters) - Nurses walked out on Monday.\n\n“We are tired,” they said.", {"Nurses"}},
    {"LEEDS, May 5 (PA) - Two men were held on Monday. “It was us,” they told the court.", {"Two men"}},
    {"PARIS, May 5 (AFP) - The factory closed on Monday. It said sales had fallen.", {"It"}},
    {"(AP) -- Residents of the valley fled on Monday. “We ran,” they said.", {"Residents"}},
    {"Oxfam said it was short of water. “We need pumps,” they added.", {"Oxfam*", "Oxfam*"}},
    {"Prices rose on Monday, Oxfam said. Some farmers left their land. They said the rain had failed.",
     {"Oxfam*", "Some farmers"}},
};
TEST(Speakers, Senders) {
  for (const Case& row : kSenders) check(row);
}

// "The company" is the one that the story is about, not that of its analyst, its regulator or its exchange; unless
// another is named right before.
const Case kCompanies[] = {
    {"Roe Corp to cut jobs\n\nOSLO, May 5 (Reuters) - Roe Corp will cut 300 jobs in May. Shares of Roe Corp fell on "
     "the "
     "Oslo Stock Exchange.\n\nThe company said sales had fallen.",
     {"Roe Corp*"}},
    {"Roe Corp to cut jobs\n\nOSLO, May 5 (Reuters) - Roe Corp will cut 300 jobs in May. It was late, wrote Goldman "
     "Sachs analyst Carl Poe.\n\nThe company said sales had fallen.",
     {"Carl Poe*", "Roe Corp*"}},
    {"Roe Corp to cut jobs\n\nOSLO, May 5 (Reuters) - Roe Corp will cut 300 jobs in May. Shares of Microsoft Corp rose "
     "after the company said sales had doubled.",
     {"Microsoft Corp*"}},
};
TEST(Speakers, Companies) {
  for (const Case& row : kCompanies) check(row);
}

// "The paper" is the one that the story names, not the firm of which it tells.
const Case kPapers[] = {
    {"Acme Corp will close its mill, the Financial Times said on Monday. Staff of Acme Corp were told in May, the "
     "paper "
     "said.",
     {"Financial Times*", "Financial Times*"}},
    {"Acme Corp will close its mill, the Financial Times said on Monday. It may be sold to Roe Inc, the newspaper "
     "said.",
     {"Financial Times*", "Financial Times*"}},
    {"Acme Corp will close its mill, German magazine Ruritanien reported on Monday. The magazine said Roe Inc had made "
     "an offer.",
     {"Ruritanien*", "Ruritanien*"}},
    {"Acme Corp will close its mill, the Strelsau Evening News said. Roe Inc may buy it, the newspaper said.",
     {"Strelsau Evening News*", "Strelsau Evening News*"}},
    // none, or none that is known to be one
    {"Acme Corp will close its mill. Roe Inc may buy it, the paper said.", {"the paper"}},
    {"Acme Corp said it would close its mill. The paper said Roe Inc had made an offer.", {"Acme Corp*", "The paper"}},
    {"Consumer Guide tested the car of Acme Corp. The magazine said it was slow.", {"The magazine"}},
    // a study is none, but what stands beside the name is
    {"The Guardian reported on a white paper of the government. The paper said fares would rise.", {"The paper"}},
    {"The Guardian, a British paper, wrote to the mayor on Monday. The paper said fares would rise.", {"Guardian*"}},
    {"Jane Roe met Carl Doe. The weekly said the mill would close.", {"The weekly"}},
};
TEST(Speakers, Papers) {
  for (const Case& row : kPapers) check(row);
}

// "Who" and "which" mean the noun before them, past what hangs on it, or the name that it stands beside; "newspaper"
// and "himself" only add to a name.
const Case kRelatives[] = {
    {"The plan drew fire on Monday from critics of Jane Roe who say it will cost jobs.", {"critics of Jane Roe"}},
    {"The plan drew fire on Monday from farmers who say it will cost jobs.", {"farmers"}},
    {"The bank will close in May, according to an official at the ministry, who said the staff would move.",
     {"an official at the ministry", "an official at the ministry"}},
    {"The bank will close in May, according to a banker familiar with the plan, who said the staff would move.",
     {"a banker familiar with the plan", "a banker familiar with the plan"}},
    {"Shares of Acme Corp, which said on Monday it would cut 300 jobs, fell.", {"Acme Corp*"}},
    {"Jane Roe met Carl Doe, a miller from Leeds, who told reporters that the road was closed.", {"Carl Doe*"}},
    {"The bridge was closed, the Financial Times newspaper said.", {"Financial Times*"}},
    {"The bridge was closed, a German newspaper said.", {"a German newspaper"}},
    {"The mayor herself said the road was closed.", {"The mayor"}},
    {"The bank itself, however, said the road was closed.", {"The bank"}},
};
TEST(Speakers, Relatives) {
  for (const Case& row : kRelatives) check(row);
}

// A name that only tells whom an unnamed speaker belongs to.
const Case kDependents[] = {
    {"Anil Shah met Tom Rao on Monday. A spokesperson for Shah said no promise was made.", {"A spokesperson for Shah"}},
    {"Carl Rudd is ill. Someone close to Carl Rudd said he was in bed.", {"Someone close to Carl Rudd"}},
    {"Carl Rudd sued Ann Moss. Lawyers for Rudd and Moss said the case was over.", {"Lawyers for Rudd and Moss"}},
    {"Carl Rudd sued Ann Moss. A lawyer for Rudd, Dan Ash, said the case was over.", {"Dan Ash*"}},
    {"Carl Rudd is ill. An aide to Prime Minister Carl Rudd said he was in bed.",
     {"An aide to Prime Minister Carl Rudd"}},
    {"Carl Rudd is new. Minister for Health Carl Rudd said the clinic was open.", {"Carl Rudd*"}},
    {"Carl Rudd spoke to a source on Monday. The source said the clinic was open.", {"The source"}},
    {"Carl Rudd won the vote. RUDD: It was a long night for all of us.", {"Carl Rudd*"}},
    {"Carl Rudd won the vote. RUDD ON CHINA: “It was a long night for all of us.”", {"Carl Rudd*"}},
};
TEST(Speakers, Dependents) {
  for (const Case& row : kDependents) check(row);
}

// Words of kinship, titles and given names tell who is "he" and who "she".
const Case kGenders[] = {
    {"The novelist Ada Okoro died on Sunday. Her husband, Obiora Okafor, said she had been ill. “She wrote every day,” "
     "he "
     "said.",
     {"Obiora Okafor*", "Obiora Okafor*"}},
    {"Fire chief Gus Brandt's wife, Edie, smelled the smoke first. “I ran,” she said. “She took the dog,” he said.",
     {"Edie*", "Gus Brandt*"}},
    {"Joel Hart lives in Leeds. His wife, Anne, drove the van. “I can't read maps,” he said.", {"Joel Hart*"}},
    {"Lee Kwan and his chief lawyer, Beth Stone, faced the panel. “I don't recall it,” he said.", {"Lee Kwan*"}},
    {"Sigge Holm and Indra Patel met on Monday. Company spokeswoman Indra Patel said it was a first. “We hope for "
     "more,” "
     "she said.",
     {"Indra Patel*", "Indra Patel*"}},
    {"Loved by his mother, Carla Voss was not so by the rest. “I am nobody's fool,” she said.", {"Carla Voss*"}},
    {"Zephyr Lane won the vote. She said she was glad. She said she had hoped for it.",
     {"Zephyr Lane*", "Zephyr Lane*"}},
};
TEST(Speakers, Genders) {
  for (const Case& row : kGenders) check(row);
}

// A new subject right in front of the quote speaks rather than who spoke before.
const Case kNewSubjects[] = {
    {"“He was tired,” Gary Platt said. Ben Okoro was angry. “I was fine,” he said.", {"Gary Platt*", "Ben Okoro*"}},
    {"“She lies,” Joan Hill said.\n\nMary Poole smiled. She put down her pen. “I never lie,” she said.",
     {"Joan Hill*", "Mary Poole*"}},
    {"“We won,” said Joan Hill. Her rival, Mary Poole, was gracious. “They were better,” she said.",
     {"Joan Hill*", "Mary Poole*"}},
    {"“We won,” said Carl Hill.\n\nThen came Mike Poole, the loser.\n\n“They were better,” he said.",
     {"Carl Hill*", "Mike Poole*"}},
    {"“We won,” said Carl Hill. The rain, which had fallen all day, hurt Mike Poole. “I like it wet,” he said.",
     {"Carl Hill*", "Carl Hill*"}},
    {"“We won,” Carl Hill said.\n\nLeeds manager Mike Poole was less amused.\n\n“We were not good enough,” he said.",
     {"Carl Hill*", "Mike Poole*"}},
    {"“We won,” said Carl Hill. Mike Poole's car broke down. “I like to walk,” he said.", {"Carl Hill*", "Carl Hill*"}},
};
TEST(Speakers, NewSubjects) {
  for (const Case& row : kNewSubjects) check(row);
}

// "He" goes on with a speaker whom nobody names, until somebody is named.
const Case kUnnamed[] = {
    {"Anil Shah met Tom Rao on Monday. A spokesperson for Shah said no promise was made. “He had tea,” she said.",
     {"A spokesperson for Shah", "A spokesperson for Shah"}},
    {"Tom Rao bought the bank. A banker said the price was high. “I would not have paid it,” he said.",
     {"A banker", "A banker"}},
    {"Tom Rao bought the bank. The spokeswoman said the price was high. “It is what it is,” he said.",
     {"The spokeswoman", "Tom Rao*"}},
    {"Tom Rao bought the bank. A banker said the price was high. Rao laughed. “It is what it is,” he said.",
     {"A banker", "Tom Rao*"}},
    {"Tom Rao bought the bank. A reporter asked if the price was high. “It is what it is,” he said.",
     {"A reporter", "Tom Rao*"}},
    // one person whose name nobody knows, where nobody named can be "he"
    {"Prices rose on Monday. Acme will wait, its chief executive said. “We are in no hurry at all,” he told reporters.",
     {"its chief executive", "its chief executive"}},
    {"The junta said the plan was late. “We wait,” he said.", {"The junta", "he"}},
    {"The couple said the plan was late. “We wait,” he said.", {"The couple", "he"}},
    {"The orchestra said the plan was late. “We wait,” he said.", {"The orchestra", "he"}},
    {"The diary said the plan was late. “We wait,” he said.", {"The diary", "he"}},
    {"City hall said the plan was late. “We wait,” he said.", {"City hall", "he"}},
    {"The striker said the plan was late. “We wait,” he said.", {"The striker", "The striker"}},
    {"Acme will wait, its chairwoman said. “We are in no hurry at all,” he told reporters.", {"its chairwoman", "he"}},
    {"Acme will wait, its officials said. “We are in no hurry at all,” he told reporters.", {"its officials", "he"}},
    {"Acme will wait, its statement said. “We are in no hurry at all,” he told reporters.", {"its statement", "he"}},
    {"Acme will wait, its chief executive said. Carl Rudd left. “We are in no hurry at all,” he told reporters.",
     {"its chief executive", "Carl Rudd*"}},
};
TEST(Speakers, Unnamed) {
  for (const Case& row : kUnnamed) check(row);
}

// Roles and ages lead back to the person of whom the story told them.
const Case kRoles[] = {
    {"Ann Moss is the president's daughter. She lives in Oslo. The president said the road would stay shut.",
     {"The president"}},
    {"Bob Dunn is governor of the bank. He was named in 2010. On Tuesday the governor said rates would rise.",
     {"Bob Dunn*"}},
    {"Bob Dunn was governor of the bank. Rates rose in May. On Tuesday the governor said rates would rise.",
     {"the governor"}},
    {"Marco Santos, 22, won the race. “I flew all the way,” the 22-year-old said.", {"Marco Santos*"}},
    {"Ann Poole, aged 31, beat Marco Santos, 22. “I was cold at first,” the 31-year-old swimmer said.", {"Ann Poole*"}},
    {"Ann Poole, 54, beat Marco Santos, 54. “I was cold at first,” the 54-year-old said.", {"the 54-year-old"}},
    {"“I was a fool,” the actor Hugo Lane said. The 51-year-old said he was sober now.", {"Hugo Lane*", "Hugo Lane*"}},
    {"Karl Lohmann said the case was closed. Mira Wenders wept. “It is like losing a voice,” the 27-year-old said.",
     {"Karl Lohmann*", "Mira Wenders*"}},
    {"Karl Lohmann said the case was closed. Mira Wenders wept, and Ann Poole left. “It is like losing a voice,” the "
     "27-year-old said.",
     {"Karl Lohmann*", "the 27-year-old"}},
    {"“I was a fool,” said Hugo Lane, 40. The 51-year-old said he was sober now.", {"Hugo Lane*", "The 51-year-old"}},
    {"Minister for Health Dr. Samuel Odera visited the camp. “They eat leaves,” the minister said.", {"Samuel Odera*"}},
    {"Pope Peter prayed on Sunday. “Lay down your arms,” the pontiff said.", {"Peter*"}},
    {"Acme chief executive Sunil Roy said sales rose. “We will win,” the Acme boss said. “They won't,” the Bolt boss "
     "said.",
     {"Sunil Roy*", "Sunil Roy*", "the Bolt boss"}},
    // a role that is qualified is another's
    {"Chancellor Max Poe spoke first. Shadow chancellor Ann Cole said taxes would fall. The chancellor said it was a "
     "lie.",
     {"Ann Cole*", "Max Poe*"}},
    {"President Ann Roe spoke first. Former president Max Poe said she was wrong. The former president said he would "
     "sue.",
     {"Max Poe*", "Max Poe*"}},
};
TEST(Speakers, Roles) {
  for (const Case& row : kRoles) check(row);
}

// A lead names the role, the sentence behind it the man.
// Who is told of just before: by nationality, by the place in a team, by the rank that stands short beside the name.
const Case kEpithets[] = {
    {"Rovers manager Declan Harte danced on Sunday. “It was ugly and scruffy,” the Irishman said.", {"Declan Harte*"}},
    {"Rain fell.\n\nRyan Moss lost on Monday. “I asked him and he answered,” the Englishman told the BBC.",
     {"Ryan Moss*"}},
    {"Vera Sokolova hit 51 errors on Monday. “I was helping her a lot,” the Belarusian told reporters.",
     {"Vera Sokolova*"}},
    {"Ben Boadu said he nearly missed the team bus. “My little one hid my boots,” the Ghana striker said.",
     {"Ben Boadu*", "Ben Boadu*"}},
    {"Carl Denby met farmers on Monday. “The rain will come,” the Ohio Republican said.", {"Carl Denby*"}},
    {"Sen. Carl Denby met farmers on Monday. “The rain will come,” the senator said.", {"Carl Denby*"}},
    {"Sen. Carl Denby met farmers. They ate. They sang. They left. “The rain will come,” the senator said.",
     {"the senator"}},
};
TEST(Speakers, Epithets) {
  for (const Case& row : kEpithets) check(row);
}

const Case kLeads[] = {
    {"STRELSAU, May 5 (Reuters) - Ruritania's army chief said on Monday that the border was closed.\n\nArmy chief "
     "Rupert "
     "Hentzau told reporters nobody would pass.",
     {"Rupert Hentzau*", "Rupert Hentzau*"}},
    {"Ruritania's army chief said on Monday that the border was closed.\n\nArmy chief Rupert Hentzau told reporters "
     "nobody would pass.",
     {"Rupert Hentzau*", "Rupert Hentzau*"}},
    {"STRELSAU, May 5 (Reuters) - A Ruritanian minister said on Monday that the border was closed.\n\nMinister Rupert "
     "Hentzau told reporters nobody would pass.",
     {"A Ruritanian minister", "Rupert Hentzau*"}},
    {"STRELSAU, May 5 (Reuters) - Ruritania's finance minister said on Monday that the border was closed.\n\nHealth "
     "Minister Rupert Hentzau told reporters nobody would pass.",
     {"Ruritania's finance minister", "Rupert Hentzau*"}},
};
TEST(Speakers, Leads) {
  for (const Case& row : kLeads) check(row);
}

// Names that the tagger missed lose what describes them; an honorific tells husband from wife.
const Case kTrimmed[] = {
    {"Bright, 38, said she was glad. “I won it all,” she said.", {"Bright", "Bright"}},
    {"A spokesman at the firm, DEWA, said it was glad.", {"A spokesman at the firm, DEWA"}},
    {"Bolt Inc. BLT.N, the nation's largest toymaker, said it was glad. Another toymaker, Mattel, said it was not.",
     {"Bolt Inc.*", "Mattel*"}},
    {"Graham and Margaret Ellery won on Sunday. “It was not easy,” Mr Ellery said. “It never is,” Mrs Ellery said.",
     {"Graham*", "Margaret Ellery*"}},
};
TEST(Speakers, Trimmed) {
  for (const Case& row : kTrimmed) check(row);
}

// Who speak together are named together.
const Case kJoint[] = {
    {"Carl Rudd and Ann Moss were married on Sunday. “We are happy,” Rudd and Moss said. “It rained,” they added.",
     {"Carl Rudd and Ann Moss*", "Carl Rudd and Ann Moss"}},
    {"“We are happy about it,” said Carl Rudd, 41, and his wife, Ann.", {"Carl Rudd and Ann*"}},
    {"Joan Hill, Carl Rudd and Ann Moss said they were happy about it.", {"Joan Hill, Carl Rudd and Ann Moss*"}},
    {"Lawyers for Carl Rudd and Ann Moss said they were happy about it.", {"Lawyers for Carl Rudd and Ann Moss"}},
    {"Joan Hill, a friend of Carl Rudd and Ann Moss, said they were happy.", {"Joan Hill*"}},
    {"Carl Rudd and two of his friends said they were happy about it.", {"Carl Rudd*"}},
};
TEST(Speakers, Joint) {
  for (const Case& row : kJoint) check(row);
}

// What a pronoun or a noun was resolved to becomes a mention of the entity.
TEST(Speakers, AddsMentions) {
  const Story story =
      analyze("Foreign Minister Sergey Petrov arrived in Geneva. “We will sign the treaty tomorrow,” he said.");
  ASSERT_EQ(story.quotes.size(), 1U);
  ASSERT_TRUE(story.quotes[0].speaker && story.quotes[0].speaker->entity);
  const Entity& entity = story.entities[*story.quotes[0].speaker->entity];
  ASSERT_EQ(entity.mentions.size(), 2U);
  EXPECT_EQ(entity.mentions[1].kind, MentionKind::pronoun);
  EXPECT_EQ(story.words(entity.mentions[1].span), "he");
}

}  // namespace
}  // namespace wirecut::test
