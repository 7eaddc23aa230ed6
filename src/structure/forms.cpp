#include "structure/forms.h"

#include <array>
#include <bit>

#include "structure/chars.h"

// The tables below are the whole knowledge about fixed wordings; who is named in them is looked up in
// data/lexicon/agencies.tsv by the caller, and the patterns are matched in form_match.cpp.
namespace wirecut {
namespace {

using enum LineKind;

constexpr std::size_t kLongestMark = 100;  // no outlet, with what may stand around it, is longer

constexpr LineForm kHeadForms[] = {
    // Transmission headers: ANPA 1312, IPTC 7901 and the slugs that newsrooms print
    {header, "? ? BC_*", "u f BC-BAHIA-COCOA-REVIEW   02-26 0105"},
    {header, "? ? AM_*", "r a AM-Canal-Tolls 05-02 0210"},
    {header, "? ? PM_*", "r a PM-Canal-Tolls 05-02 0210"},
    {header, "?# BC_*", "a0533 BC-Canal-Tolls, 0210"},
    {header, "?# AM_*", "a0533 AM-Canal-Tolls, 0210"},
    {header, "?# PM_*", "a0533 PM-Canal-Tolls, 0210"},
    {header, "ZCZC*", "ZCZC MEA003"},
    {header, "?#~", "a0412"},
    {header, "?#~_", "a0412 ----"},
    {header, "??#~", "aw0412"},
    {header, "???# # ? ??? #*", "ABC123 4 R POL 0312"},
    {header, "???# # ??? #*", "ABC0123 4 POL 0120"},
    {header, "???# # ? ???*", "REU0456 3 S SPO"},
    {header, "# *_*_*,#", "1234 AM-IRAN-QUAKE,0312"},
    {header, "Slug:*", "Slug: IRAN-QUAKE"},
    {header, "Keyword:*", "Keyword: QUAKE"},
    {header, "Keywords:*", "Keywords: quake, Iran"},
    {header, "Category:*", "Category: i"},
    {header, "Priority:*", "Priority: 4"},
    {header, "Subject:*", "Subject: quake"},
    {header, "Ref:*", "Ref: 0123"},
    {header, "APNews*", "APNewsAlert"},
    {header, "URGENT", "URGENT"},
    {header, "BULLETIN", "BULLETIN"},
    {header, "FLASH", "FLASH"},
    {header, "FOR IMMEDIATE RELEASE*", "FOR IMMEDIATE RELEASE"},
    {header, "*EMBARGOED *", "EMBARGOED UNTIL 0001 GMT MAY 2"},
    {header, "NEWS RELEASE", "NEWS RELEASE"},
    {header, "PRESS RELEASE", "PRESS RELEASE"},
    {header, "MEDIA RELEASE", "MEDIA RELEASE"},
    {header, "NEWS PROVIDED BY", "NEWS PROVIDED BY"},
    // Heads of e-mail
    {header, "_~Forwarded message~_", "---------- Forwarded message ---------"},
    {header, "_~Original message~_", "-----Original Message-----"},
    {header, "Begin forwarded message:", "Begin forwarded message:"},
    {header, "From:*@*", "From: Jane Roe <jane.roe@example.org>"},
    {header, "To: *", "To: News Desk"},
    {header, "Cc: *", "Cc: Night Desk"},
    {header, "Sent: *", "Sent: Thursday, May 2, 2019 9:14 AM"},
    {header, "Date: *", "Date: Thu, May 2, 2019 at 9:14 AM"},
    {header, "Reply-To: *", "Reply-To: desk@example.org"},
    {header, "http*//*", "https://example.org/news/1"},
    {header, "www.*", "www.example.org"},
    // Points of the summary
    {bullet, "\\* *", "* Sees full-year profit of 480 bln yen"},
    {bullet, "\\*?*", "*Shares jump 5 pct"},
    {bullet, "\u2022*", "\u2022 Shares jump 5%"},
    {bullet, "\u25cf*", "\u25cf Shares jump 5%"},
    {bullet, "\u00b7*", "\u00b7 Shares jump 5%"},
    {bullet, "\u25aa*", "\u25aa Shares jump 5%"},
    {bullet, "- *", "- Shares jump 5%"},
    {bullet, "_ *", "-- Shares jump 5%"},
    // Notes
    {note, "(ATTN*)", "(ATTN: ADDS details in last 2 paras)"},
    {note, "(Adds *", "(Adds analyst comment)"},
    {note, "(Add *", "(Add quotes)"},
    {note, "(Updates *", "(Updates with closing prices)"},
    {note, "(Update*:*", "(Update: new throughout)"},
    {note, "(Recasts*", "(Recasts, adds quotes)"},
    {note, "(Correct*", "(Corrects day in first paragraph)"},
    {note, "(Repeats*", "(Repeats to additional subscribers)"},
    {note, "(Refiles*", "(Refiles to fix typo)"},
    {note, "(Clarifies*", "(Clarifies title)"},
    {note, "(Removes*", "(Removes extra word)"},
    {note, "(Changes*", "(Changes dateline)"},
    {note, "(Eds*", "(Eds: Adding details)"},
    {note, "(With *)", "(With graphic)"},
    {note, "(Rewrites*", "(Rewrites first paragraph)"},
    {note, "(For *)", "(For more stories click on [GOL])"},
    {note, "(Note*", "(Note: strong language in paragraph 4)"},
    {note, "Eds:*", "Eds: Updates with quotes."},
    {note, "Eds.:*", "Eds.: Updates with quotes."},
    {note, "EDS~_*", "EDS - Adding details"},
    {note, "Editor?s note*", "Editor's note: this story was first published in March."},
    {note, "Editors? note*", "EDITORS' NOTE: names have been changed"},
    {note, "Editors note*", "Editors note: names have been changed"},
    {note, "[Editor?s note*", "[Editor's note: names have been changed]"},
    {note, "Note to editors*", "Note to editors: pictures are available"},
    {note, "Attention editors*", "Attention editors: adds byline"},
    {note, "Contact:*", "Contact: Jane Roe, 000 0000"},
    {note, "Contacts:*", "Contacts: Jane Roe, 000 0000"},
    {note, "Media contact*:*", "Media contact: Jane Roe"},
    {note, "Press contact*:*", "Press contact: Jane Roe"},
    {note, "CORRECTION:*", "CORRECTION: an earlier version gave a wrong date."},
    {note, "[This story *", "[This story has been corrected]"},
    {note, "This story has been *", "This story has been updated."},
    {note, "* min read", "3 min read"},
    {note, "* minute read", "3 minute read"},
    {note, "* minutes read", "3 minutes read"},
    {note, "Reading time*", "Reading time: 3 minutes"},
    {note, "Listen to this article*", "Listen to this article"},
    {note, "Share this*", "Share this article"},
    {note, "Advertisement", "Advertisement"},
    {note, "# Comments", "12 Comments"},
    {note, "# Shares", "12 Shares"},
    {time, "* - * #, # - #:#*", "KYODO NEWS - May 2, 2019 - 21:10 | All, Japan"},
    // Pictures
    {credit, "Photo:*", "Photo: Jane Roe"},
    {credit, "(Photo*", "(Photo by Jane Roe)"},
    {credit, "[Photo*", "[Photo/Xinhua]"},
    {credit, "Photograph:*", "Photograph: Jane Roe"},
    {credit, "Photo by *", "Photo by Jane Roe"},
    {credit, "Photos by *", "Photos by Jane Roe"},
    {credit, "Photograph by *", "Photograph by Jane Roe"},
    {credit, "Photographs by *", "Photographs by Jane Roe"},
    {credit, "Picture:*", "Picture: Jane Roe"},
    {credit, "Pic:*", "Pic: Jane Roe"},
    {credit, "Image:*", "Image: Jane Roe"},
    {credit, "Image source,*", "Image source, Getty Images"},
    {credit, "Image caption,*", "Image caption, The bridge was closed"},
    {credit, "Media caption,*", "Media caption, The bridge was closed"},
    {credit, "FILE PHOTO*", "FILE PHOTO: A man walks past the bridge. REUTERS/Jane Roe"},
    {credit, "FILE _*", "FILE - A man walks past the bridge (AP Photo/Jane Roe)"},
    {credit, "File photo*", "File photo"},
    {credit, "Credit:*", "Credit: Jane Roe"},
    {credit, "Illustration:*", "Illustration: Jane Roe"},
    {credit, "*(AP Photo*)", "Crews clear the road on Monday. (AP Photo/Jane Roe)"},
    {credit, "*REUTERS/*", "A man walks past the bridge. REUTERS/Jane Roe"},
    {credit, "*Getty Images~", "The bridge at night. Jane Roe/Getty Images"},
    {credit, "*/Getty Images)", "The bridge at night (Jane Roe/Getty Images)"},
    // Beside the byline
    {aside, "STAFF WRITER*", "Staff Writer"},
    {aside, "STAFF REPORTER*", "Staff Reporter"},
    {aside, "* STAFF WRITER", "Times Staff Writer"},
    {aside, "* STAFF WRITERS", "Post Staff Writers"},
    {aside, "* Writer", "Associated Press Writer"},
    {aside, "* Writers", "Associated Press Writers"},
    {aside, "* correspondent", "Diplomatic correspondent"},
    {aside, "* correspondents", "Our correspondents"},
    {aside, "* reporter", "Business reporter"},
    {aside, "* editor", "Political editor"},
    {aside, "* columnist", "Guest columnist"},
    {aside, "* bureau", "Delhi bureau"},
    {aside, "* bureau chief", "Delhi bureau chief"},
    {aside, "* Service", "New York Times News Service"},
    {aside, "Special to *", "Special to The Post"},
    {aside, "For *", "For The Times"},
    {aside, "Contributor", "Contributor"},
    {aside, "Contributing *", "Contributing writer"},
    {aside, "Follow *", "Follow @janeroe"},
    {aside, "Email*", "Email the author"},
    {aside, "@*", "@janeroe"},
    {aside, "?*@*.*", "jane.roe@example.org"},
    // Departments
    {kicker, "* NEWS", "WORLD NEWS"},
    {kicker, "NEWS", "NEWS"},
    {kicker, "WORLD", "World"},
    {kicker, "POLITICS", "Politics"},
    {kicker, "BUSINESS", "Business"},
    {kicker, "ECONOMY", "Economy"},
    {kicker, "SPORT", "Sport"},
    {kicker, "SPORTS", "SPORTS"},
    {kicker, "OPINION", "Opinion"},
    {kicker, "EDITORIAL", "Editorial"},
    {kicker, "ANALYSIS", "ANALYSIS"},
    {kicker, "EXCLUSIVE", "Exclusive"},
    {kicker, "BREAKING*", "BREAKING NEWS"},
    {kicker, "MARKETS", "Markets"},
    {kicker, "TECHNOLOGY", "Technology"},
    {kicker, "SCIENCE*", "Science & Environment"},
    {kicker, "HEALTH", "Health"},
    {kicker, "CULTURE", "Culture"},
    {kicker, "LIFESTYLE", "Lifestyle"},
    {kicker, "FEATURE*", "FEATURE"},
    {kicker, "INTERVIEW", "INTERVIEW"},
    {kicker, "NATIONAL", "National"},
    {kicker, "INTERNATIONAL", "International"},
    {kicker, "LOCAL", "Local"},
    {kicker, "TOP STORIES", "Top stories"},
    {kicker, "TOP STORY", "Top story"},
    {kicker, "HEADLINES", "Headlines"},
    {kicker, "MIDDLE EAST", "Middle East"},
    {kicker, "ASIA_PACIFIC", "Asia-Pacific"},
    {kicker, "AFRICA", "Africa"},
    {kicker, "EUROPE", "Europe"},
    {kicker, "AMERICAS", "Americas"},
    {kicker, "ASIA", "Asia"},
    {kicker, "HOME~", "Home"},
    {kicker, "*>*", "Home > World > Asia"},
    {kicker, "*|*", "Politics | Europe"},
};

constexpr LineForm kTailForms[] = {
    // Tags with a wording of their own
    {tag, "[source_without_link]{}[/source_without_link]", "[source_without_link]ANI[/source_without_link]"},
    {tag, "[source*]{}[/source*]", "[source_link]IANS[/source_link]"},
    {tag, "Source~:~{}", "Source: ANI"},
    {tag, "(Source:~{})", "(Source: Reuters)"},
    {tag, "[Source:~{}]", "[Source: Reuters]"},
    {mark, "Sources:~{}", "Sources: AP"},
    {mark, "Source _~{}", "Source - PTI"},
    {tag, "SOURCE {}", "SOURCE Acme Robotics, Inc."},
    {tag, "Courtesy:~{}", "Courtesy: The Hindu"},
    {tag, "(Courtesy:~{})", "(Courtesy: The Hindu)"},
    {tag, "Courtesy of {}", "Courtesy of The Hindu"},
    {mark, "Credit:~{}", "Credit: Reuters"},
    {tag, "Agency:~{}", "Agency: PTI"},
    {tag, "Publisher:~{}", "Publisher: The Hindu"},
    {tag, "Publication:~{}", "Publication: The Hindu"},
    {mark, "Via:~{}", "Via: AFP"},
    {mark, "(Via {})", "(Via AFP)"},
    {tag, "Published in {}, *", "Published in Dawn, May 2nd, 2019"},
    {tag, "Published in {} on *", "Published in The Express Tribune on May 2"},
    {tag, "Published by {}, *", "Published by Dawn, May 2nd, 2019"},
    {tag, "First published in {}", "First published in The Hindu"},
    {tag, "This report by {} was first published *",
     "This report by The Canadian Press was first published May 2, 2019."},
    {tag, "This article was originally published *in {}", "This article was originally published in The Hindu."},
    {tag, "This article was originally published *by {}", "This article was originally published by Reuters."},
    {tag, "This article was originally published on {}", "This article was originally published on The Conversation."},
    {tag, "This article first appeared *in {}", "This article first appeared in The Hindu."},
    {tag, "This article first appeared on {}", "This article first appeared on Scroll.in."},
    {tag, "This article originally appeared *in {}", "This article originally appeared in The Hindu."},
    {tag, "This article originally appeared on {}", "This article originally appeared on Slate."},
    {tag, "This article is republished from {} under *",
     "This article is republished from The Conversation under a licence."},
    {tag, "This story was originally published *by {}", "This story was originally published by ProPublica."},
    {tag, "This story was originally published *in {}", "This story was originally published in The Hindu."},
    {tag, "This story originally appeared *in {}", "This story originally appeared in The Hindu."},
    {tag, "This story originally appeared on {}", "This story originally appeared on Slate."},
    {tag, "This story first appeared *in {}", "This story first appeared in The Hindu."},
    {tag, "This story was produced by {}*", "This story was produced by Stateline."},
    {tag, "This story was provided by {}*", "This story was provided by AP."},
    {tag, "{}: # * #", "MAP: 02 May 2019"},
    {tag, "Distributed by {}", "Distributed by Tribune News Service"},
    {tag, "(Distributed by {}, *)", "(Distributed by Scripps Howard News Service, example.org)"},
    {tag, "(Distributed by {})", "(Distributed by Tribune News Service)"},
    {mark, "Provided by {}", "Provided by AFP"},
    {mark, "From {}", "From AFP"},
    {mark, "By {}", "By AFP"},
    {mark, "(with inputs from {})", "(With inputs from ANI)"},
    {mark, "(with agency inputs from {})", "(With agency inputs from PTI)"},
    {mark, "_~with inputs from {}", "- With inputs from ANI"},
    {mark, "with inputs from {}", "With inputs from IANS"},
    {mark, "(with input from {})", "(With input from PTI)"},
    {mark, "(inputs from {})", "(Inputs from PTI)"},
    {mark, "_~with files from {}", "-- With files from The Canadian Press"},
    {mark, "with files from {}", "With files from The Canadian Press"},
    // End marks
    {end_mark, "END", "END"},
    {end_mark, "ENDS", "ENDS"},
    {end_mark, "_~END~_", "- END -"},
    {end_mark, "_~ENDS~_", "-ENDS-"},
    {end_mark, "_ENDS", "--ENDS"},
    {end_mark, "(END)", "(END)"},
    {end_mark, "(END) *.*", "(end) abc.xyz"},
    {end_mark, "(ENDS)", "(ENDS)"},
    {end_mark, "[END]", "[END]"},
    {end_mark, "(END/#)", "(END/2019)"},
    {end_mark, "END/*", "END/abc"},
    {end_mark, "_~END?/*", "--- Ends/Jane"},
    {end_mark, "ENDITEM", "Enditem"},
    {end_mark, "ENDITEM/*", "Enditem/cs"},
    {end_mark, "-0-", "-0-"},
    {end_mark, "END OF *", "END OF STORY"},
    {end_mark, "-~30~-", "-30-"},
    {end_mark, "_~#~_", "--30--"},
    {end_mark, "\\#\\#\\#*", "###"},
    {end_mark, "\\# \\# \\#*", "# # #"},
    {end_mark, "\\# Notebook", "# Notebook"},
    {end_mark, "\\*\\*\\**", "***"},
    {end_mark, "\\* \\* \\**", "* * *"},
    {end_mark, "NNNN", "NNNN"},
    {end_mark, "_?.?.", "==================J.R."},
    {end_mark, "XXX*", "XXX"},
    {end_mark, "_", "----"},
    {end_mark, "_ _ _", "- - -"},
    {end_mark, "MORE", "MORE"},
    {end_mark, "(MORE)", "(MORE)"},
    {end_mark, "_~MORE~_", "-more-"},
    {end_mark, "?", "."},
    // Transmission trailers and numbers of archives
    {header, "AP_*_#*", "AP-WS-05-02-91 1412EDT"},
    {header, "APTV #_*", "APTV 05-02-98 1412EDT"},
    {header, "#\\*\\*#", "1424**1396"},
    {header, "# GMT*", "021412 GMT MAY 19"},
    {header, "#_#_# #*", "05-02-91 1412EDT"},
    {header, "http*://*", "https://example.org/news/1"},
    {header, "www.*", "www.example.org"},
    {header, "View original content*", "View original content: https://example.org"},
    {header, "View source version*", "View source version on example.org"},
    {header, "0#", "0012"},
    // Who worked on it
    {credit, "((*))", "((jane.roe@example.org; +47 00 00 00 00))"},
    {credit, "Translator:*", "Translator: Jane Roe"},
    {credit, "Editor:*", "Editor: John Poe"},
    {credit, "Reporter:*", "Reporter: Jane Roe"},
    {credit, "Writer:*", "Writer: Jane Roe"},
    {credit, "_~With assistance *", "--With assistance from Jane Roe. Editor: John Poe"},
    {credit, "_~Editor*:*", "--Editors: Jane Roe, John Poe"},
    {credit, "(*eporting by *)", "(Reporting by Jane Roe; Editing by John Poe)"},
    {credit, "(Report by *)", "(Report by Jane Roe)"},
    {credit, "(Writing by *)", "(Writing by Jane Roe)"},
    {credit, "(Written by *)", "(Written by Jane Roe)"},
    {credit, "(Edit* by *)", "(Editing by John Poe)"},
    {credit, "(Compiled by *)", "(Compiled by Jane Roe)"},
    {credit, "(By *)", "(By Jane Roe in Oslo)"},
    {credit, "(Additional *)", "(Additional writing by Jane Roe)"},
    {credit, "(*newsroom*)", "(Oslo newsroom, +47 00 00 00 00)"},
    {credit, "Reporting by *", "Reporting by Jane Roe; Editing by John Poe"},
    {credit, "Additional reporting *", "Additional reporting by Jane Roe"},
    {credit, "Writing by *", "Writing by Jane Roe; editing by John Poe"},
    {credit, "Editing by *", "Editing by John Poe"},
    {credit, "Edited by *", "Edited by John Poe"},
    {credit, "Compiled by *", "Compiled by Jane Roe"},
    {credit, "Translated by *", "Translated by Jane Roe"},
    {credit, "_~*eporting by *", "- Additional reporting by Jane Roe"},
    {credit, "_~By *, *;*", "-By Jane Roe, Example Newswires; 212 000 0000"},
    {credit, "_~*newsroom*", "-- Abidjan newsroom +225 00 00 00 00"},
    {credit, "* newsroom +*", "Abidjan newsroom +225 00 00 00 00"},
    {credit, "* contributed to this *", "Jane Roe in Oslo contributed to this report."},
    {credit, "* contributed reporting*", "Jane Roe contributed reporting from Oslo."},
    {credit, "* contributed from *", "Jane Roe contributed from Oslo."},
    {credit, "*Press writer*contributed.", "Associated Press writer Jane Roe in Oslo contributed."},
    {credit, "* can be reached at *", "Jane Roe can be reached at jane.roe@example.org or 555-0100."},
    {credit, "Reach *@*", "Reach Jane Roe at jane.roe@example.org."},
    {credit, "Follow * on Twitter*", "Follow Jane Roe on Twitter at @janeroe"},
    {credit, "Follow * at *@*", "Follow Jane Roe at @janeroe"},
    {credit, "Photo*: *", "Photo: Jane Roe"},
    {credit, "(Photo* by *)", "(Photo by Jane Roe)"},
    {credit, "Read more: *", "Read more: Bridge opens"},
    {credit, "Read also: *", "Read also: Bridge opens"},
    {credit, "Also read: *", "Also read: Bridge opens"},
    {credit, "Also read~|*", "Also read | Bridge opens"},
    // About the story
    {note, "Our Standards:*", "Our Standards: The Thomson Reuters Trust Principles."},
    {note, "Note? to editors*", "Notes to editors: pictures are available on request."},
    {note, "Note to editors*", "Note to editors: pictures are available on request."},
    {note, "CORRECTION:*", "Correction: An earlier version of this story gave a wrong day."},
    {note, "CORRECTION~_*", "CORRECTION - An earlier version of this story gave a wrong day."},
    {note, "CORRECTIONS:*", "Corrections: An earlier version of this story gave a wrong day."},
    {note, "CLARIFICATION:*", "Clarification: The toll is that of the ministry."},
    {note, "An earlier version of this *", "An earlier version of this story gave a wrong day."},
    {note, "A previous version of this *", "A previous version of this story gave a wrong day."},
    {note, "This story has been *", "This story has been corrected to show that the port opened on Tuesday."},
    {note, "This article has been *", "This article has been updated."},
    {note, "This version corrects *", "This version corrects the day in the first paragraph."},
    {note, "(This version *", "(This version corrects the day in the first paragraph.)"},
    {note, "(This * story *)", "(This May 2 story has been corrected to fix the day in paragraph 1)"},
    {note, "(This story *)", "(This story was refiled to fix a typo.)"},
    {note, "(Corrects *)", "(Corrects day in paragraph 1)"},
    {note, "Editor*note*", "Editor's note: names have been changed."},
    {note, "(Editor*)", "(Editor's note: names have been changed.)"},
    {note, "(With agency inputs)", "(With agency inputs)"},
    {note, "(With inputs from agencies)", "(With inputs from agencies)"},
    {note, "To contact the *", "To contact the reporter on this story: Jane Roe"},
    {note, "The writer is *", "The writer is a columnist."},
    {note, "The author is *", "The author is a professor of law."},
    {note, "* is a columnist*", "Jane Roe is a columnist."},
    {note, "Tags:*", "Tags: trains"},
    {note, "Topics:*", "Topics: trains"},
    {note, "Share this*", "Share this article"},
    {note, "(Photo:*)", "(Photo: Jane Roe)"},
    {note, "Contact:*", "Contact: Jane Roe, 000 0000"},
    {note, "For more information*", "For more information, contact Jane Roe."},
    {note, "For further information*", "For further information, contact Jane Roe."},
    {note, "Media contact*", "Media contact: Jane Roe"},
    {note, "Follow * coverage*", "Follow the AP's coverage at https://example.org"},
    {note, "Visit * at *.*", "Visit The Example Times at www.example.org"},
    {note, "* contains only a portion of *",
     "The website contains only a portion of the stories offered to subscribers."},
    {note, "* E-mail: *", "Jane Roe writes for The Example Times. E-mail: jane.roe@example.org"},
    {note, "Follow us *", "Follow us on social media"},
    {note, "Click here *", "Click here to subscribe"},
    {note, "(This story has not been edited *", "(This story has not been edited by our staff and comes from a feed.)"},
    {note, "(Except for the headline*", "(Except for the headline, this story has not been edited.)"},
    {note, "Disclaimer:*", "Disclaimer: no investment advice"},
    {note, "All rights reserved*", "All rights reserved."},
    {note, "This material may not be *", "This material may not be published or redistributed."},
    {note, "($# = *", "($1 = 70 roubles)"},
    {note, "($#=*", "($1=512 CFA francs)"},
    {note, "($# *=*)", "($1 is = 70 roubles)"},
    // Who owns it
    {copyright, "Copyright*", "Copyright 2021 The Associated Press. All rights reserved."},
    {copyright, "(Copyright*", "(Copyright 2021 The Example Times)"},
    {copyright, "\u00a9*", "\u00a9 2022 AFP"},
    {copyright, "(c) *", "(c) 2022 AFP"},
    {copyright, "&copy;*", "&copy; 2022 AFP"},
    // The mark alone
    {mark, "({})", "(ANI)"},
    {mark, "[{}]", "[ANI]"},
    {mark, "<{}>", "<Reuters>"},
    {mark, "(\u00a9~{})", "(\u00a9NTB)"},
    {mark, "//{}//", "//Petra//"},
    {mark, "/{}/", "/TASS/"},
    {mark, "_~({})", "- (AFP)"},
    {mark, "_~{}", "-- BERNAMA"},
    {mark, "_~{}~_", "==Kyodo=="},
    {mark, "\\*{}\\*", "*PTI*"},
    {mark, "{}~_", "Reuters --"},
    {mark, "{}", "AAP"},
};

constexpr FieldForm kFieldForms[] = {
    {Field::headline, "HEADLINE:"}, {Field::headline, "TITLE:"}, {Field::byline, "BYLINE:"},
    {Field::byline, "AUTHOR:"},     {Field::byline, "AUTHORS:"}, {Field::dateline, "DATELINE:"},
    {Field::body, "BODY:"},         {Field::body, "TEXT:"},      {Field::body, "STORY:"},
    {Field::other, "SECTION:"},     {Field::other, "LENGTH:"},   {Field::other, "DATE:"},
    {Field::other, "LOAD-DATE:"},   {Field::other, "LANGUAGE:"}, {Field::other, "GRAPHIC:"},
    {Field::other, "SERIES:"},      {Field::other, "COLUMN:"},   {Field::other, "PUBLICATION:"},
    {Field::other, "EDITION:"},     {Field::other, "PAGE:"},     {Field::other, "URL:"},
    {Field::other, "PUBLISHED:"},
};

constexpr bool is_wildcard(char c) { return std::string_view("*#~_?{} ").find(c) != std::string_view::npos; }

constexpr FormNeeds needs_of(std::string_view pattern) {
  FormNeeds needs;
  char before = 0;  // the literal in front, or 0
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool escaped = pattern[i] == '\\';
    if (escaped) ++i;
    const char c = to_lower(pattern[i]);
    const bool literal = escaped || !is_wildcard(c);
    if (i == (escaped ? 1u : 0u))
      needs.first = literal ? c : c == '_' ? FormNeeds::kRule : c == '#' ? FormNeeds::kDigit : FormNeeds::kAny;
    if (literal) needs.spelling.add(c);
    if (literal && before != 0) needs.spelling.add_pair(before, c);
    before = literal ? c : '\0';
    needs.last = literal ? c : FormNeeds::kAny;
  }
  return needs;
}

template <std::size_t N>
constexpr std::array<FormNeeds, N> needs_of_all(const LineForm (&forms)[N]) {
  std::array<FormNeeds, N> needs{};
  for (std::size_t i = 0; i < N; ++i) needs[i] = needs_of(forms[i].pattern);
  return needs;
}
constexpr void add_form(FormIndex::Set& set, std::size_t form) { set[form / 64] |= std::uint64_t{1} << (form % 64); }

constexpr void add_letter(std::array<FormIndex::Set, 256>& sets, char letter, std::size_t form) {
  add_form(sets[static_cast<unsigned char>(letter)], form);
  if (is_lower(letter)) add_form(sets[static_cast<unsigned char>(letter - 'a' + 'A')], form);
}

// Touches few sets, since compilers bound what they compute for a constant.
template <std::size_t N>
constexpr FormIndex index_of(const std::array<FormNeeds, N>& needs) {
  static_assert(N <= FormIndex::kMostForms);
  FormIndex index;
  for (std::size_t form = 0; form < N; ++form) {
    if (needs[form].first == FormNeeds::kAny) {
      add_form(index.any_first, form);
    } else if (needs[form].first == FormNeeds::kDigit || needs[form].first == FormNeeds::kRule) {
      const bool digit = needs[form].first == FormNeeds::kDigit;  // a rule begins with these or the lead byte of a dash
      for (char c : std::string_view(digit ? "0123456789" : "-=_\xE2")) add_letter(index.by_first, c, form);
    } else {
      add_letter(index.by_first, needs[form].first, form);
    }
    if (needs[form].last == FormNeeds::kAny)
      add_form(index.any_last, form);
    else
      add_letter(index.by_last, needs[form].last, form);
  }
  return index;
}
constexpr auto kHeadNeeds = needs_of_all(kHeadForms);
constexpr auto kTailNeeds = needs_of_all(kTailForms);
constexpr FormIndex kHeadIndex = index_of(kHeadNeeds);
constexpr FormIndex kTailIndex = index_of(kTailNeeds);

}  // namespace

FormTable head_forms() { return {kHeadForms, kHeadNeeds.data(), &kHeadIndex}; }
FormTable tail_forms() { return {kTailForms, kTailNeeds.data(), &kTailIndex}; }
std::span<const FieldForm> field_forms() { return kFieldForms; }

FormSearch::FormSearch(const FormTable& table, std::string_view line) : table_(table), line_(line) {
  if (line.empty()) return;
  const FormIndex::Set& by_first = table.index->by_first[static_cast<unsigned char>(line.front())];
  const FormIndex::Set& by_last = table.index->by_last[static_cast<unsigned char>(line.back())];
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    candidates_[i] = (by_first[i] | table.index->any_first[i]) & (by_last[i] | table.index->any_last[i]);
  char before = 0;
  for (char letter : line) {
    const char c = to_lower(letter);
    has_.add(c);
    has_.add_pair(before, c);
    before = c;
  }
}

std::optional<FormMatch> FormSearch::next() {
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    while (candidates_[i] != 0) {
      const std::size_t form_number = i * 64 + static_cast<std::size_t>(std::countr_zero(candidates_[i]));
      candidates_[i] &= candidates_[i] - 1;
      const LineForm& form = table_.forms[form_number];
      if (!has_.has_all(table_.needs[form_number].spelling)) continue;
      if (form.kind == LineKind::mark && line_.size() > kLongestMark) continue;
      if (auto match = match_form(form, line_)) return match;
    }
  return std::nullopt;
}

}  // namespace wirecut
