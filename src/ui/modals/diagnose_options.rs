//! Asks how to ask: what of the server, resolvers, addresses, a CA of one's own, how often to look again.

use egui::{Context, Id, ScrollArea, Ui};

use crate::core::diagnose::Families;
use crate::state::diagnose::{DiagnoseAction, Draft, Kept, known};
use crate::state::view::diagnose::flag;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::diagnose::panel as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::radio::radio;
use crate::ui::widgets::text;
use crate::ui::widgets::text_area::text_area;
use crate::ui::widgets::text_input::{Name, TextInput};

use super::diagnose_server;

/// Height that the options take at most.
const BODY: f32 = 420.0;
const FAMILIES: [Families; 3] = [Families::Both, Families::V4, Families::V6];
const EVERY_SECS: [u64; 5] = [10, 30, 60, 300, 900];
const UNTIL_MINS: [u64; 5] = [10, 60, 240, 720, 1_440];

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    if desk.is_dialog_new {
        let list = known::public_resolvers(&model.settings);
        let lines: Vec<String> = list.iter().map(ToString::to_string).collect();
        desk.drafts.diagnose.public = lines.join("\n");
        desk.drafts.diagnose.domain.clear();
        desk.drafts
            .diagnose
            .name
            .clone_from(&model.diagnose.draft.authority);
    }
    let id = Id::unique("diagnose options dialog");
    let mut draft = model.diagnose.draft.clone();
    let shown = dialog(
        ctx,
        id,
        words::options_title(lang),
        size::DIALOG_WIDE,
        |ui| {
            ScrollArea::vertical()
                .id_salt("options")
                .max_height(BODY)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 6.0;
                    ui.set_max_width(ui.available_width() - space::M);
                    diagnose_server::ui(ui, &mut draft, lang);
                    authority(ui, model, &mut draft, lang, desk, outbox);
                    resolvers(ui, &mut draft, lang, desk);
                    families(ui, &mut draft, lang);
                    watch(ui, &mut draft, lang);
                });
            ui.add_space(space::M);
            let mut is_closed = false;
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                is_closed = ui.add(Button::primary(words::done(lang))).clicked();
            });
            is_closed
        },
    );
    if draft != model.diagnose.draft {
        push(outbox, DiagnoseAction::Change(Box::new(draft)));
    }
    if shown.inner || shown.dismissed {
        let kept = Kept::Resolvers(desk.drafts.diagnose.public.clone());
        push(outbox, DiagnoseAction::Keep(kept));
        outbox.push(Action::CloseDialog);
    }
}

fn push(outbox: &mut Vec<Action>, action: DiagnoseAction) {
    outbox.push(Action::Diagnose(action));
}

fn heading(ui: &mut Ui, words: &str, flag: &str) -> Id {
    ui.add_space(space::S);
    let color = Tokens::of(ui).text;
    text::line(ui, words, Type::Strong, color)
        .on_hover_text(flag)
        .id
}

fn authority(
    ui: &mut Ui,
    model: &Model,
    draft: &mut Draft,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let label = heading(ui, words::authority(lang), flag::CA);
    TextInput::new("authority", &mut draft.authority, Name::LabelledBy(label))
        .hint(words::authority_hint(lang))
        .show(ui);
    let typed = &mut desk.drafts.diagnose;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let keep = Button::standard(words::authority_keep(lang)).icon(Icon::Plus);
        let domain = known::domain(&typed.domain);
        let off = domain.is_none() || typed.name.trim().is_empty();
        let keep = keep.off(off.then(|| words::authority_domain(lang)));
        let room = (ui.available_width() - keep.size(ui).x - 2.0 * space::S) / 2.0;
        let name = words::authority_name(lang);
        TextInput::new("ca name", &mut typed.name, Name::Spoken(name))
            .hint(name)
            .width(room)
            .show(ui);
        let spoken = Name::Spoken(words::authority_domain(lang));
        TextInput::new("ca domain", &mut typed.domain, spoken)
            .hint(words::authority_domain_hint(lang))
            .width(room)
            .show(ui);
        if ui.add(keep).clicked()
            && let Some(domain) = domain
        {
            let name = typed.name.trim().to_owned();
            draft.authority.clone_from(&name);
            push(
                outbox,
                DiagnoseAction::Keep(Kept::Authority { name, domain }),
            );
        }
    });
    let own = &model.settings.authorities;
    if own.is_empty() {
        return;
    }
    let color = Tokens::of(ui).muted;
    text::line(ui, words::own_authorities(lang), Type::Small, color);
    for (index, one) in own.iter().enumerate() {
        ui.push_id(index, |ui| {
            ui.horizontal(|ui| {
                let line = format!("{}: {}", one.name, one.domains.join(", "));
                let line = crate::text::foreign::short(&line).into_owned();
                let width = ui.available_width() - size::BUTTON_SMALL - space::S;
                text::name(ui, &line, Type::Small, Tokens::of(ui).text, width);
                let remove = words::remove_authority(lang, &one.name);
                if icon_button(ui, Icon::Trash, &remove).clicked() {
                    let kept = Kept::NoAuthority(one.name.clone());
                    push(outbox, DiagnoseAction::Keep(kept));
                }
            });
        });
    }
}

fn resolvers(ui: &mut Ui, draft: &mut Draft, lang: Lang, desk: &mut Desk) {
    let label = heading(ui, words::resolvers(lang), flag::RESOLVER);
    ui.push_id("own", |ui| text_area(ui, &mut draft.resolvers, label, 2));
    hint(ui, lang, &draft.resolvers);
    checkbox(ui, &mut draft.with_system, words::system(lang)).on_hover_text(flag::SYSTEM);
    checkbox(ui, &mut draft.with_public, words::public(lang)).on_hover_text(flag::PUBLIC);
    if draft.with_public {
        let color = Tokens::of(ui).secondary;
        let label = text::line(ui, words::public_list(lang), Type::Small, color).id;
        let list = &mut desk.drafts.diagnose.public;
        ui.push_id("public", |ui| text_area(ui, list, label, 4));
        hint(ui, lang, list);
    }
    checkbox(ui, &mut draft.is_inside_agreed, words::inside(lang)).on_hover_text(flag::INSIDE);
}

/// How resolvers are written, or what is none.
fn hint(ui: &mut Ui, lang: Lang, typed: &str) {
    let tokens = Tokens::of(ui);
    match known::no_resolver(typed) {
        Some(wrong) => {
            let words = words::no_resolver(lang, wrong);
            text::paragraph(ui, &words, Type::Caption, tokens.error.fg);
        }
        None => {
            let words = words::resolvers_hint(lang);
            text::paragraph(ui, words, Type::Caption, tokens.muted);
        }
    }
}

fn families(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    let both = format!("{}, {}", flag::IPV4, flag::IPV6);
    heading(ui, words::addresses(lang), &both);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for one in FAMILIES {
            if radio(ui, draft.families == one, words::families(lang, one)).clicked() {
                draft.families = one;
            }
        }
    });
}

fn watch(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    heading(ui, words::watch(lang), flag::WATCH);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let color = Tokens::of(ui).secondary;
        text::line(ui, words::every(lang), Type::Body, color);
        let chosen = &mut draft.watch_every_secs;
        times(ui, words::every(lang), &EVERY_SECS, 1, chosen, lang);
        text::line(ui, words::end_after(lang), Type::Body, color).on_hover_text(flag::UNTIL);
        let chosen = &mut draft.watch_until_mins;
        times(ui, words::end_after(lang), &UNTIL_MINS, 60, chosen, lang);
    });
}

fn times(ui: &mut Ui, name: &str, all: &[u64], unit: u64, chosen: &mut u64, lang: Lang) {
    let labels: Vec<String> = all
        .iter()
        .map(|it| words::seconds(lang, it * unit))
        .collect();
    let options: Vec<&str> = labels.iter().map(String::as_str).collect();
    let shown = words::seconds(lang, *chosen * unit);
    let it = Choice {
        name,
        shown: &shown,
        options: &options,
        filter: None,
        width: 120.0,
    };
    let pressed = choice(ui, name, &it).1;
    if let Some(value) = pressed.and_then(|index| all.get(index)) {
        *chosen = *value;
    }
}
