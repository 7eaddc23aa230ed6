// The lines that web pages put between the paragraphs of a body, a row each with an example. A new wording is a row
// here.
#pragma once

#include "structure/forms.h"

namespace wirecut {

namespace form_rows {

inline constexpr LineForm kBodyForms[] = {
    {LineKind::note, "TD", "TD"},
    {LineKind::note, "Advertisement", "Advertisement"},
    {LineKind::note, "Advertisement #", "Advertisement 2"},
    {LineKind::note, "Story continues below*", "Story continues below advertisement"},
    {LineKind::note, "Article continues *", "Article continues after ad"},
    {LineKind::note, "Continue reading the main story", "Continue reading the main story"},
    {LineKind::note, "Skip advertisement", "Skip advertisement"},
    {LineKind::note, "Sponsored", "Sponsored"},
    {LineKind::note, "Sponsored content", "Sponsored content"},
    {LineKind::note, "Promoted stories", "Promoted stories"},
    {LineKind::note, "Scroll down for video*", "Scroll down for video"},
    {LineKind::note, "Slideshow (#*)", "Slideshow (4 Images)"},
    {LineKind::note, "Video player close", "Video Player Close"},
    {LineKind::note, "Trending right now:", "Trending Right Now:"},
    {LineKind::note, "http*://platform.*", "https://platform.twitter.com/widgets.js"},
    {LineKind::note, "Recommended for you", "Recommended for you"},
    {LineKind::note, "Loading...", "Loading..."},
    {LineKind::note, "Comments", "Comments"},
    {LineKind::note, "Top videos", "TOP VIDEOS"},
    {LineKind::note, "Most read", "Most read"},
    {LineKind::note, "Share this article", "Share this article"},
    {LineKind::note, "Sign up for our *", "Sign up for our newsletter"},
    {LineKind::note, "Read more:*", "Read more: Bridge opens"},
    {LineKind::note, "Read more~|*", "Read more | Bridge opens"},
    {LineKind::note, "Read more >*", "Read more >"},
    {LineKind::note, "Read more", "Read More"},
    {LineKind::note, "Read also:*", "Read also: Bridge opens"},
    {LineKind::note, "Read next:*", "Read next: Bridge opens"},
    {LineKind::note, "Also read:*", "Also read: Bridge opens"},
    {LineKind::note, "Also read~|*", "ALSO READ | Bridge opens"},
    {LineKind::note, "See also:*", "See also: Bridge opens"},
    {LineKind::note, "Watch:*", "WATCH: Bridge opens"},
    {LineKind::note, "Watch~|*", "WATCH | Bridge opens"},
    {LineKind::note, "Related:*", "Related: Bridge opens"},
    {LineKind::note, "Related stor*:*", "Related stories: Bridge opens"},
    {LineKind::note, "Related article*:*", "Related article: Bridge opens"},
    {LineKind::note, "More:*", "MORE: Bridge opens"},
};

}  // namespace form_rows

}  // namespace wirecut
