//! Third step: a new key or an existing one, RSA against ECC, and what else is asked for.

use egui::{Sense, Stroke, Ui, vec2};

use crate::state::csr::{Change, CsrAction, ReadFor};
use crate::state::view::csr::{CsrView, KeyView, OptionView, TickView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::csr::key as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::fact_row::fact_row;
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::option_row::OptionRow;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, disclosure, text};

use super::csr::{change, push};
use super::csr_subject::LABEL;
use super::page;

const FIELD: f32 = 420.0;

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let key = &view.key;
    page::halves(
        ui,
        &mut (desk, &mut *outbox),
        |ui, (desk, outbox)| {
            card::list(ui, words::new_key(lang), None, |ui| {
                options(ui, &key.new, flag::KEY, desk, outbox);
            });
        },
        |ui, (_, outbox)| {
            existing(ui, key, lang, outbox);
            if !key.notes.is_empty() {
                ui.add_space(page::gap(ui));
                card::card(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    for note in &key.notes {
                        note_line(ui, tone(note.tone), &note.title, &note.why);
                    }
                });
            }
            ui.add_space(page::gap(ui));
            compare(ui, lang);
        },
    );
    ui.add_space(page::gap(ui));
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    extensions(ui, model, key, lang, outbox);
}

fn options(
    ui: &mut Ui,
    rows: &[OptionView],
    twin: &str,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    for (index, option) in rows.iter().enumerate() {
        let mut row = OptionRow::new(&option.title, &option.second, option.is_chosen);
        if let Some(badge) = option.badge {
            row = row.badge(badge);
        }
        let response = ui.push_id(index, |ui| ui.add(row)).inner;
        if option.is_chosen {
            desk.regions.push(response.id);
        }
        if response.on_hover_text(twin).clicked() {
            change(outbox, option.change.clone());
        }
    }
}

fn existing(ui: &mut Ui, key: &KeyView, lang: Lang, outbox: &mut Vec<Action>) {
    card::list(ui, words::existing_key(lang), None, |ui| {
        for (index, option) in key.existing.iter().enumerate() {
            let row = OptionRow::new(&option.title, &option.second, option.is_chosen);
            let response = ui.push_id(index, |ui| ui.add(row)).inner;
            if response.on_hover_text(flag::KEY_FILE).clicked() {
                change(outbox, option.change.clone());
            }
        }
        let row = ListRow::new(words::existing_from_file(lang))
            .second(words::existing_from_file_why(lang))
            .icon(Icon::FolderOpen)
            .leads_on();
        if ui.add(row).on_hover_text(flag::KEY_FILE).clicked() {
            push(outbox, CsrAction::AskRead(ReadFor::Key));
        }
    });
}

/// RSA against ECC.
fn compare(ui: &mut Ui, lang: Lang) {
    card::titled(ui, words::compare(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = [
            ("", "RSA 2048", "ECC P-256"),
            (
                words::compare_works(lang),
                words::compare_works_rsa(lang),
                words::compare_works_ecc(lang),
            ),
            (
                words::compare_speed(lang),
                words::compare_speed_rsa(lang),
                words::compare_speed_ecc(lang),
            ),
            (
                words::compare_size(lang),
                words::compare_size_rsa(lang),
                words::compare_size_ecc(lang),
            ),
        ];
        for (index, (label, rsa, ecc)) in rows.into_iter().enumerate() {
            ui.push_id(index, |ui| compared(ui, index == 0, [label, rsa, ecc]));
        }
    });
}

fn compared(ui: &mut Ui, is_head: bool, cells: [&str; 3]) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let label = 84.0;
    let half = (width - label - space::M) / 2.0;
    let area = ui.available_rect_before_wrap();
    if !is_head {
        let line = Stroke::new(size::STROKE, tokens.border);
        ui.painter().hline(area.x_range(), area.top() + 0.5, line);
    }
    ui.add_space(6.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let lefts = [0.0, label, label + half + space::M];
        let widths = [label - space::S, half, half];
        let top = ui.cursor().top();
        let mut bottom: f32 = top;
        for ((cell, left), wide) in cells.into_iter().zip(lefts).zip(widths) {
            let rect = egui::Rect::from_min_size(
                egui::pos2(area.left() + left, top),
                vec2(wide, f32::INFINITY),
            );
            let builder = egui::UiBuilder::new().max_rect(rect).id_salt(left as u32);
            let mut child = ui.new_child(builder);
            let (kind, color) = match (is_head, left == 0.0) {
                (true, _) => (Type::SmallStrong, tokens.text),
                (false, true) => (Type::Small, tokens.muted),
                (false, false) => (Type::Small, tokens.secondary),
            };
            if !cell.is_empty() {
                text::paragraph(&mut child, cell, kind, color);
            }
            bottom = bottom.max(child.min_rect().bottom());
        }
        ui.allocate_exact_size(vec2(width, bottom - top), Sense::hover());
    });
    ui.add_space(6.0);
}

/// The folded part: names of other kinds, usages, must-staple, hash.
fn extensions(ui: &mut Ui, model: &Model, key: &KeyView, lang: Lang, outbox: &mut Vec<Action>) {
    let id = ui.scope_id().with("extensions");
    let is_open = disclosure::is_open(ui, id);
    let response = ui.add(disclosure::button(words::extensions(lang), is_open));
    disclosure::toggle(ui, id, &response);
    if !is_open && !key.has_extensions {
        return;
    }
    ui.add_space(space::S);
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        others(ui, key, lang, outbox);
        usages(ui, model, key, lang, outbox);
        fact_row(ui, words::key_usage(lang), LABEL, |ui, _| {
            ticks(ui, &key.key_usage, flag::KEY_USAGE, outbox);
            let color = Tokens::of(ui).muted;
            text::paragraph(ui, words::key_usage_why(lang), Type::Caption, color);
        });
        staple(ui, model, lang, outbox);
        fact_row(ui, words::hash(lang), LABEL, |ui, _| {
            if let Some(why) = key.hash_off {
                let color = Tokens::of(ui).muted;
                text::paragraph(ui, why, Type::Body, color);
                return;
            }
            let labels = key.hashes.map(|(label, _)| label);
            let pressed = segmented(ui, words::hash(lang), &labels, key.hash);
            if let Some((_, hash)) = pressed.and_then(|index| key.hashes.get(index)) {
                change(outbox, Change::ChooseHash(*hash));
            }
        });
    });
}

fn others(ui: &mut Ui, key: &KeyView, lang: Lang, outbox: &mut Vec<Action>) {
    fact_row(ui, words::other_names(lang), LABEL, |ui, _| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for (index, other) in key.others.iter().enumerate() {
            ui.push_id(index, |ui| {
                ui.horizontal_top(|ui| {
                    let mut typed = other.value.clone();
                    let input = TextInput::new("other", &mut typed, Name::Spoken(other.label))
                        .hint(other.hint)
                        .error(other.error)
                        .width(FIELD.min(ui.available_width() - 200.0));
                    if input.show(ui).on_hover_text(flag::SAN).changed() {
                        change(outbox, Change::SetOther(index, typed));
                    }
                    let color = Tokens::of(ui).muted;
                    ui.vertical(|ui| {
                        ui.add_space(6.0);
                        text::line(ui, other.label, Type::Small, color);
                    });
                    if icon_button(ui, Icon::X, &other.remove).clicked() {
                        change(outbox, Change::RemoveOther(index));
                    }
                });
            });
        }
        let labels = key.other_kinds.map(|(label, _)| label);
        let it = Choice {
            name: words::other_add(lang),
            shown: words::other_add(lang),
            options: &labels,
            filter: None,
            width: 280.0,
        };
        let (_, pressed) = choice(ui, "other kinds", &it);
        if let Some((_, kind)) = pressed.and_then(|index| key.other_kinds.get(index)) {
            change(outbox, Change::AddOther(*kind));
        }
    });
}

fn usages(ui: &mut Ui, model: &Model, key: &KeyView, lang: Lang, outbox: &mut Vec<Action>) {
    fact_row(ui, words::usage(lang), LABEL, |ui, _| {
        ticks(ui, &key.usages, flag::USAGE, outbox);
        ui.add_space(space::XS);
        let mut typed = model.csr.draft.custom_usage.clone();
        let name = Name::Spoken(words::usage_custom(lang));
        let input = TextInput::new("usage", &mut typed, name)
            .hint(words::usage_custom(lang))
            .error(key.custom_usage_error)
            .width(280.0);
        if input.show(ui).on_hover_text(flag::USAGE).changed() {
            change(outbox, Change::SetCustomUsage(typed));
        }
        ui.add_space(space::XS);
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, words::usage_why(lang), Type::Caption, color);
    });
}

fn ticks(ui: &mut Ui, ticks: &[TickView], twin: &str, outbox: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
        for tick in ticks {
            let mut is_ticked = tick.is_ticked;
            let response = checkbox(ui, &mut is_ticked, &tick.label);
            if response.on_hover_text(twin).changed() {
                change(outbox, tick.change.clone());
            }
        }
    });
}

fn staple(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    fact_row(ui, "OCSP", LABEL, |ui, _| {
        let mut is_wanted = model.csr.draft.is_must_staple;
        let response = checkbox(ui, &mut is_wanted, words::must_staple(lang));
        if response.on_hover_text(flag::MUST_STAPLE).changed() {
            change(outbox, Change::MustStaple(is_wanted));
        }
        let why = words::must_staple_why(lang);
        if is_wanted {
            note_line(ui, Tone::Warn, why, "");
        } else {
            let color = Tokens::of(ui).muted;
            text::paragraph(ui, why, Type::Caption, color);
        }
    });
}
