//! Passwords on the clipboard: kept out of its history, cleared when it still holds them.
//!
//! egui can write to the clipboard but not read it, so this goes to the system itself. Where that is not
//! possible (Wayland without data control), egui writes, and clearing cannot ask first.

use egui::Context;
use zeroize::Zeroizing;

use crate::core::secret::Secret;

/// The system's clipboard, opened when a password is first copied.
#[derive(Default)]
pub struct Clipboard {
    system: Option<arboard::Clipboard>,
}

/// What clearing depends on.
trait Board {
    /// The text on it; `None` when there is none or it cannot be asked.
    fn text(&mut self) -> Option<Zeroizing<String>>;
    fn clear(&mut self) -> bool;
}

impl Board for arboard::Clipboard {
    fn text(&mut self) -> Option<Zeroizing<String>> {
        self.get_text().ok().map(Zeroizing::new)
    }

    fn clear(&mut self) -> bool {
        arboard::Clipboard::clear(self).is_ok()
    }
}

impl Clipboard {
    /// Puts the password there.
    pub fn put(&mut self, ctx: &Context, secret: &Secret) {
        if self.system.is_none() {
            self.system = arboard::Clipboard::new().ok();
        }
        let is_put = self
            .system
            .as_mut()
            .is_some_and(|system| unrecorded(system.set(), secret).is_ok());
        if !is_put {
            self.system = None;
            ctx.copy_text(secret.expose().to_owned());
        }
    }

    /// Clears it, unless something else was copied meanwhile.
    pub fn clear(&mut self, ctx: &Context, secret: &Secret) {
        match &mut self.system {
            Some(system) => clear_ours(system, secret),
            None => ctx.copy_text(String::new()),
        }
    }
}

/// Whether managers of the clipboard keep a history is theirs to decide; they are asked not to.
#[cfg(windows)]
fn unrecorded(set: arboard::Set<'_>, secret: &Secret) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    set.exclude_from_monitoring()
        .exclude_from_cloud()
        .exclude_from_history()
        .text(secret.expose())
}

#[cfg(not(windows))]
fn unrecorded(set: arboard::Set<'_>, secret: &Secret) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    set.exclude_from_history().text(secret.expose())
}

fn clear_ours(board: &mut dyn Board, secret: &Secret) {
    let is_ours = board
        .text()
        .is_some_and(|text| text.as_str() == secret.expose());
    if is_ours && !board.clear() {
        tracing::warn!("the clipboard could not be cleared");
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::{Board, clear_ours};
    use crate::core::secret::Secret;

    struct Held(Option<&'static str>);

    impl Board for Held {
        fn text(&mut self) -> Option<Zeroizing<String>> {
            self.0.map(|text| Zeroizing::new(text.to_owned()))
        }

        fn clear(&mut self) -> bool {
            self.0 = None;
            true
        }
    }

    #[test]
    fn only_our_own_password_is_cleared() {
        let secret = Secret::from("ours");
        for (before, after) in [
            (Some("ours"), None),
            (Some("theirs"), Some("theirs")),
            (None, None),
        ] {
            let mut board = Held(before);
            clear_ours(&mut board, &secret);
            assert_eq!(board.0, after);
        }
    }
}
