//! The password of the result: typed or generated, with what is to be said of it for the target.

use std::sync::Arc;

use egui::TextBuffer;
use egui::Ui;
use zeroize::Zeroizing;

use crate::core::convert::run::Passwords;
use crate::core::secret::Secret;
use crate::state::convert::{Change, Convert, ConvertAction, PasswordFacts, PasswordOf};
use crate::state::view::convert::{ConvertView, PasswordView, PlanView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::convert::{panel as words, password};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::fact_row::fact_row;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::secret_field::{SecretText, ToolWords, secret_field_with};
use crate::ui::widgets::strength_bar::strength_bar;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::Name;

use super::convert::{change, push};
use super::convert_plan::label_width;

/// The passwords being typed, and which conversion they belong to.
#[derive(Default)]
pub struct ConvertDesk {
    store: SecretText,
    key: SecretText,
    number: u64,
}

impl ConvertDesk {
    /// Forgets the passwords of another conversion, takes a generated one into its field.
    pub fn follow(&mut self, convert: &Convert, outbox: &mut Vec<Action>) {
        if self.number != convert.number {
            *self = Self {
                number: convert.number,
                ..Self::default()
            };
        }
        if let Some((of, secret)) = &convert.generated {
            let field = self.field(*of);
            field.replace_with(secret.expose());
            push(outbox, ConvertAction::TakeGenerated);
            let facts = PasswordFacts::of(secret);
            push(outbox, ConvertAction::Describe(*of, Some(facts)));
        }
    }

    fn field(&mut self, of: PasswordOf) -> &mut SecretText {
        match of {
            PasswordOf::Key => &mut self.key,
            PasswordOf::Store => &mut self.store,
        }
    }

    /// The passwords for the job that makes the result.
    pub fn passwords(&self, convert: &Convert, view: &ConvertView) -> Passwords {
        let plan = view.target.plan.as_ref();
        let needs = plan.is_some_and(|plan| plan.needs_password);
        let is_apart =
            convert.draft.has_key_password && plan.is_some_and(|plan| plan.may_have_key_password);
        Passwords {
            store: needs.then(|| secret(&self.store)),
            key: is_apart.then(|| secret(&self.key)),
        }
    }
}

/// How strong it looks, and what may go wrong with it in the target.
pub fn describe(ui: &mut Ui, said: &PasswordView) {
    ui.add_space(6.0);
    let (color, words) = (tone(said.tone), said.strength);
    strength_bar(ui, said.fraction, color, words, said.safe_for);
    for (index, issue) in said.issues.iter().enumerate() {
        ui.push_id(index, |ui| {
            note_line(ui, tone(issue.tone), &issue.title, &issue.why);
        });
    }
}

fn secret(text: &SecretText) -> Arc<Secret> {
    Arc::new(Secret::new(Zeroizing::new(text.expose().to_owned())))
}

/// Why the result cannot be made yet.
pub fn why_not(model: &Model, view: &ConvertView, lang: Lang, desk: &Desk) -> Option<String> {
    let Some(plan) = &view.target.plan else {
        return view
            .target
            .refusal
            .as_ref()
            .map(|refusal| refusal.title.clone());
    };
    let is_apart = model.convert.draft.has_key_password && plan.may_have_key_password;
    if plan.needs_password && desk.convert.store.is_empty() {
        return Some(words::password_missing(lang).to_owned());
    }
    (plan.needs_password && is_apart && desk.convert.key.is_empty())
        .then(|| words::key_password_missing(lang).to_owned())
}

/// Draws the row of the password, and of the key's where it may be another one.
pub fn rows(
    ui: &mut Ui,
    model: &Model,
    plan: &PlanView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let said = plan.store_password.as_ref();
    row(ui, PasswordOf::Store, said, lang, desk, outbox);
    if !plan.may_have_key_password {
        return;
    }
    fact_row(ui, words::key(lang), label_width(ui), |ui, _| {
        let mut is_apart = model.convert.draft.has_key_password;
        let response = checkbox(ui, &mut is_apart, words::key_password_apart(lang));
        if response
            .on_hover_text(flag::OUT_KEY_PASSWORD_FILE)
            .changed()
        {
            change(outbox, Change::UseKeyPassword(is_apart));
        }
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, words::key_password_why(lang), Type::Caption, color);
    });
    if model.convert.draft.has_key_password {
        let said = plan.key_password.as_ref();
        row(ui, PasswordOf::Key, said, lang, desk, outbox);
    }
}

fn row(
    ui: &mut Ui,
    of: PasswordOf,
    said: Option<&PasswordView>,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let label = match of {
        PasswordOf::Key => words::key_password(lang),
        PasswordOf::Store => words::password(lang),
    };
    fact_row(ui, label, label_width(ui), |ui, id| {
        let generate = Button::standard(words::generate(lang)).icon(Icon::ArrowsClockwise);
        let room = generate.size(ui).x + space::S;
        let width = (ui.available_width() - room).max(120.0);
        ui.horizontal_top(|ui| {
            let field = desk.convert.field(of);
            let salt = match of {
                PasswordOf::Key => "key password",
                PasswordOf::Store => "store password",
            };
            let name = Name::LabelledBy(id);
            let tools = ToolWords {
                reveal: password::reveal(lang),
                conceal: password::conceal(lang),
                copy: password::copy(lang),
            };
            let (response, is_copied) = secret_field_with(ui, salt, field, name, &tools, width);
            if is_copied {
                outbox.push(Action::CopySecret(secret(field)));
            }
            if response.changed() {
                let facts = (!field.is_empty()).then(|| PasswordFacts::of(&secret(field)));
                push(outbox, ConvertAction::Describe(of, facts));
            }
            if ui
                .add(generate)
                .on_hover_text(flag::GENERATE_PASSWORD)
                .clicked()
            {
                push(outbox, ConvertAction::Generate(of));
            }
        });
        if let Some(said) = said {
            describe(ui, said);
        }
    });
}
