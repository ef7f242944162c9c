//! Spring Boot: lines of application.properties. The file is read as ISO-8859-1, so all is ASCII.

use crate::text::foreign::{is_plain, properties, sh};

use super::page::Page;
use super::{PasswordInSnippet, Rendered, words};

pub fn render(mut page: Page<'_>) -> Rendered {
    let lang = page.lang;
    let keystore = page.files.keystore.as_ref();
    let path = page.path(
        keystore.map(|keystore| keystore.path.as_str()),
        file_url,
        "file:config/keystore",
    );
    let kind = keystore.and_then(|keystore| keystore.java_type());
    page.line("server.port=8443");
    page.line(format!("server.ssl.key-store={path}"));
    page.line(format!(
        "server.ssl.key-store-type={}",
        kind.unwrap_or("PKCS12")
    ));
    password(&mut page);
    alias(&mut page);
    page.line(format!(
        "server.ssl.enabled-protocols={}",
        match page.is_old_tls_allowed {
            true => "TLSv1,TLSv1.1,TLSv1.2,TLSv1.3",
            false => "TLSv1.2,TLSv1.3",
        }
    ));
    page.note(words::paths_as_here(lang));
    page.note(words::spring_account(lang));
    if page.is_old_tls_allowed {
        page.note(words::old_tls_java(lang));
    }
    page.finish(
        "Spring Boot",
        words::into_file(lang, "application.properties"),
    )
}

fn password(page: &mut Page<'_>) {
    let lang = page.lang;
    let command = match &page.files.password {
        PasswordInSnippet::None => {
            page.line("server.ssl.key-store-password=");
            return;
        }
        PasswordInSnippet::FromFile(path) => sh(path),
        PasswordInSnippet::Placeholder => None,
    };
    page.line("server.ssl.key-store-password=${KEYSTORE_PASSWORD}");
    page.note(words::password_variable(lang));
    page.note_password_file();
    if let Some(path) = command {
        let line = format!("KEYSTORE_PASSWORD=\"$(cat {path})\" java -jar app.jar");
        page.note(words::start_with(lang, &line));
    }
}

fn alias(page: &mut Page<'_>) {
    let keystore = page.files.keystore.as_ref();
    let Some(alias) = keystore.and_then(|keystore| keystore.alias.as_deref()) else {
        return;
    };
    // Spring expands `${…}` and has no escape for it before version 6.2.
    match properties(alias).filter(|alias| !alias.contains("${")) {
        Some(alias) => page.line(format!("server.ssl.key-alias={alias}")),
        None => page.note(words::alias_left_out(page.lang)),
    }
}

/// The path as a `file:` address, in which everything that acts is percent-encoded.
fn file_url(path: &str) -> Option<String> {
    if !is_plain(path) {
        return None;
    }
    let (begin, path) = match path.strip_prefix("\\\\") {
        Some(share) => ("file:////", share.replace('\\', "/")),
        None if has_drive(path) => ("file:///", path.replace('\\', "/")),
        None => ("file:", path.to_owned()),
    };
    let mut out = begin.to_owned();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/:@+,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    properties(&out)
}

/// Whether a path begins with a drive of Windows.
fn has_drive(path: &str) -> bool {
    let mut chars = path.chars();
    chars.next().is_some_and(|char| char.is_ascii_alphabetic())
        && chars.next() == Some(':')
        && matches!(chars.next(), Some('\\' | '/'))
}

#[cfg(test)]
mod tests {
    use super::file_url;

    #[test]
    fn paths_become_addresses() {
        let url = |path| file_url(path).unwrap();
        assert_eq!(url("/opt/app/shop.pfx"), "file:/opt/app/shop.pfx");
        assert_eq!(url("/a b/#?%41${x}"), "file:/a%20b/%23%3F%2541%24%7Bx%7D");
        assert_eq!(
            url("C:\\my keys\\shop.pfx"),
            "file:///C:/my%20keys/shop.pfx"
        );
        assert_eq!(url("\\\\nas\\keys\\a.pfx"), "file:////nas/keys/a.pfx");
        assert_eq!(url("/证书"), "file:/%E8%AF%81%E4%B9%A6");
        assert_eq!(file_url("/a\u{202e}b"), None);
    }
}
