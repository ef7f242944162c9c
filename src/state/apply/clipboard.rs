//! What is copied. A password stays on the clipboard for half a minute, and not past the window.

use std::sync::Arc;

use crate::core::secret::Secret;
use crate::state::effect::Effect;
use crate::state::model::{CopiedSecret, Model, NoticeKind};

/// How long a password may be pasted.
pub const KEPT_SECS: f64 = 30.0;

pub(super) fn copy(model: &mut Model, text: String) -> Vec<Effect> {
    // It takes the place of a password that was there.
    model.copied = None;
    model.notify(NoticeKind::Copied);
    vec![Effect::Copy(text)]
}

pub(super) fn copy_secret(model: &mut Model, secret: Arc<Secret>) -> Vec<Effect> {
    model.copied = Some(CopiedSecret {
        secret: Arc::clone(&secret),
        clear_at_secs: model.uptime_secs + KEPT_SECS,
    });
    model.notify(NoticeKind::SecretCopied);
    vec![Effect::CopySecret(secret)]
}

/// Time is up, or the window closes: the clipboard is cleared if it still holds the password.
pub(super) fn clear_copied(model: &mut Model) -> Vec<Effect> {
    let copied = model.copied.take();
    model
        .notices
        .retain(|notice| notice.kind != NoticeKind::SecretCopied);
    copied
        .map(|copied| Effect::ClearSecret(copied.secret))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::KEPT_SECS;
    use crate::core::secret::Secret;
    use crate::state::{Action, Effect, Model, apply};

    fn copied(model: &mut Model, at_secs: f64, text: &str) -> Vec<Effect> {
        model.uptime_secs = at_secs;
        apply(model, Action::CopySecret(Arc::new(Secret::from(text))))
    }

    #[test]
    fn a_copied_password_is_due_after_half_a_minute_and_cleared_once() {
        let mut model = Model::default();
        let effects = copied(&mut model, 5.0, "one");
        assert!(
            matches!(effects.as_slice(), [Effect::CopySecret(secret)] if secret.expose() == "one")
        );
        assert_eq!(model.copied_due_in_secs(), Some(KEPT_SECS));
        model.uptime_secs = 34.0;
        assert_eq!(model.copied_due_in_secs(), Some(1.0));
        model.uptime_secs = 40.0;
        assert_eq!(model.copied_due_in_secs(), Some(0.0));
        let effects = apply(&mut model, Action::ClearCopied);
        assert!(
            matches!(effects.as_slice(), [Effect::ClearSecret(secret)] if secret.expose() == "one")
        );
        assert_eq!(model.copied_due_in_secs(), None);
        assert!(model.notices.is_empty());
        assert!(apply(&mut model, Action::ClearCopied).is_empty());
    }

    #[test]
    fn a_second_password_starts_the_time_anew() {
        let mut model = Model::default();
        copied(&mut model, 0.0, "one");
        copied(&mut model, 20.0, "two");
        assert_eq!(model.copied_due_in_secs(), Some(KEPT_SECS));
    }

    #[test]
    fn other_text_that_is_copied_is_left_alone() {
        let mut model = Model::default();
        copied(&mut model, 0.0, "one");
        apply(&mut model, Action::Copy("a serial number".to_owned()));
        assert_eq!(model.copied_due_in_secs(), None);
    }
}
