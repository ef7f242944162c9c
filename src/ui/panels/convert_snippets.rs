//! Ready to paste: the server's configuration for the files of the result, a tab for each server.

use egui::{CornerRadius, Frame, Margin, ScrollArea, Ui};

use crate::state::convert::Change;
use crate::state::view::convert::{ConvertView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::convert::panel as words;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::tab_bar::tab_bar;
use crate::ui::widgets::{card, text};

use super::convert::change;
use super::page;

/// Height of the text; what follows it stays in sight.
const MOST: f32 = 300.0;

/// Draws the card, when any server takes these files.
pub fn ui(ui: &mut Ui, model: &Model, view: &ConvertView, lang: Lang, outbox: &mut Vec<Action>) {
    let snippets = &view.result.snippets;
    let chosen = model
        .convert
        .draft
        .snippet
        .min(snippets.len().saturating_sub(1));
    let Some(snippet) = snippets.get(chosen) else {
        return;
    };
    ui.add_space(page::gap(ui));
    let copy = Button::quiet(words::copy_snippet(lang))
        .small()
        .icon(Icon::Copy);
    let (is_copied, ()) = card::titled(ui, words::ready_to_paste(lang), Some(&copy), |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let titles: Vec<&str> = snippets.iter().map(|snippet| snippet.title).collect();
        if titles.len() > 1
            && let Some(index) = tab_bar(ui, &titles, chosen)
        {
            change(outbox, Change::ShowSnippet(index));
        }
        let tokens = Tokens::of(ui);
        text::paragraph(ui, &snippet.place, Type::Small, tokens.muted);
        Frame::new()
            .fill(tokens.sunken)
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::symmetric(12, 10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ScrollArea::vertical()
                    .id_salt(snippet.title)
                    .max_height(MOST)
                    .min_scrolled_height(MOST)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        text::value(ui, snippet.text.trim_end(), Type::Mono, tokens.text);
                    });
            });
        if snippet.has_tls_switch {
            old_tls(ui, model, lang, outbox);
        }
        for note in &snippet.notes {
            text::paragraph(ui, note, Type::Small, tokens.secondary);
        }
    });
    if is_copied {
        outbox.push(Action::Copy(snippet.text.clone()));
    }
}

/// The switch for older TLS versions.
fn old_tls(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let mut is_allowed = model.convert.draft.is_old_tls_allowed;
    let response = checkbox(ui, &mut is_allowed, words::old_tls(lang));
    let hint = format!("{}\n{}", words::old_tls_why(lang), flag::OLD_TLS);
    if response.on_hover_text(hint).changed() {
        change(outbox, Change::AllowOldTls(is_allowed));
    }
}
