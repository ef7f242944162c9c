//! What the window program needs of the system before and instead of a window.

/// Restricts where code is loaded from; the first thing both programs do.
pub fn harden() {
    #[cfg(windows)]
    super::windows::harden::harden();
}

/// Writes to the console the program was started from, where the window program has none of its own.
pub fn attach_console() {
    #[cfg(windows)]
    super::windows::console::attach_parent();
}

/// Whether there is anything to show a window on. Windows always has a desktop.
pub fn has_display() -> bool {
    let names = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
    cfg!(windows)
        || cfg!(target_os = "macos")
        || names
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Whether a program without a window is better explained in a message box than on standard error.
pub fn tell(title: &str, text: &str) {
    #[cfg(windows)]
    super::windows::message_box::show(title, text);
    #[cfg(not(windows))]
    eprintln!("{title}: {text}");
}

/// Whether standard output and error reach the user without being asked to.
pub const HAS_CONSOLE: bool = cfg!(not(windows));

/// Whether the command line that users paste into is PowerShell.
pub const USES_POWERSHELL: bool = cfg!(windows);

/// Whether a file dialog of the system may exist. Without a session bus and without zenity there is
/// nothing that could show one, and asking would only start a bus.
pub fn may_have_dialogs() -> bool {
    if cfg!(windows) || cfg!(target_os = "macos") {
        return true;
    }
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let socket = std::env::var_os("XDG_RUNTIME_DIR")
        .is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists());
    let paths = std::env::var_os("PATH").unwrap_or_default();
    is_set("DBUS_SESSION_BUS_ADDRESS")
        || socket
        || std::env::split_paths(&paths).any(|folder| folder.join("zenity").is_file())
}

/// Whether a window may be shown a moment before its first picture. Windows would flash white.
pub fn may_show_before_painting() -> bool {
    cfg!(not(windows))
}
