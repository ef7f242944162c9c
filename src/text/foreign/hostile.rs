//! Thirty-odd names that somebody could put into a certificate to break out of a dialect.

/// Hostile names.
pub const NAMES: &[&str] = &[
    "plain.example.com",
    "",
    " leading and trailing ",
    "'; rm -rf / #",
    "\"; del /q *",
    "$(touch owned)",
    "`touch owned`",
    "${HOME}",
    "$env:PATH",
    "%PATH%",
    "%%PATH%%",
    "!PATH!",
    "a&calc.exe",
    "a|b>c<d",
    "^caret^",
    "back\\slash\\",
    "trailing\\\"",
    "=HYPERLINK(\"http://evil.example\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "<script>alert(1)</script>",
    "]]>&amp;<!--",
    "' onmouseover='x",
    "semi;colon,comma:x",
    "# comment",
    "; comment",
    "[section]",
    "\u{2018}; Start-Process calc #\u{2019}",
    "new\nline",
    "carriage\r\nreturn",
    "tab\there",
    "nul\0byte",
    "\u{1b}]0;title\u{7}",
    "\u{202e}moc.elpmaxe",
    "zero\u{200b}width",
    "../../etc/passwd",
    "C:\\Windows\\system32",
    "CON",
    "nul.pem",
    "北京 شركة 👩‍💻",
    "~regex.*",
    "{block}",
];

/// What a real program prints when it gets a text on its standard input.
#[cfg(feature = "peer-tests")]
pub fn through(program: &str, arguments: &[&str], input: &str) -> Vec<u8> {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the peer starts");
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} refused {input:?}");
    output.stdout
}

/// What a Python script makes of a text.
#[cfg(feature = "peer-tests")]
pub fn through_python(script: &str, input: &str) -> String {
    String::from_utf8(through("python3", &["-X", "utf8", "-c", script], input)).unwrap()
}
