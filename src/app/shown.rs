//! What the window system and the log show of the model: title, theme, script, the story's headline.

use egui::{Context, Theme, ThemePreference, ViewportCommand};

use crate::state::view::Views;
use crate::state::{Language, Model, ThemeChoice};
use crate::ui::style::{self, Preferences};
use crate::ui::tokens::Script;

/// What was shown last, so that only changes are sent.
pub struct Shown {
    title: String,
    theme: ThemeChoice,
    language: Language,
    revision: u64,
}

impl Shown {
    /// Applies theme and script before the first frame.
    pub fn first(ctx: &Context, model: &Model) -> Self {
        // Where the system does not say, paper is white.
        ctx.options_mut(|options| options.fallback_theme = Theme::Light);
        set_theme(ctx, model.settings.theme);
        set_script(ctx, model.language());
        Self {
            title: String::new(),
            theme: model.settings.theme,
            language: model.language(),
            revision: model.revision,
        }
    }

    /// Sends what changed.
    pub fn follow(&mut self, ctx: &Context, model: &Model, views: &Views) {
        if self.theme != model.settings.theme {
            self.theme = model.settings.theme;
            set_theme(ctx, self.theme);
        }
        if self.language != model.language() {
            self.language = model.language();
            set_script(ctx, self.language);
        }
        if self.title != views.title {
            self.title.clone_from(&views.title);
            ctx.send_viewport_cmd(ViewportCommand::Title(self.title.clone()));
        }
        if self.revision != model.revision {
            self.revision = model.revision;
            if let Some(bundle) = &views.bundle {
                tracing::info!("story shown: {}", bundle.verdict.sentence);
            }
        }
    }
}

fn set_theme(ctx: &Context, theme: ThemeChoice) {
    ctx.set_theme(match theme {
        ThemeChoice::Dark => ThemePreference::Dark,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::System => ThemePreference::System,
    });
}

fn set_script(ctx: &Context, language: Language) {
    let script = match language {
        Language::Chinese => Script::Han,
        Language::English => Script::Latin,
    };
    style::apply(
        ctx,
        Preferences {
            script,
            ..style::preferences(ctx)
        },
    );
}
