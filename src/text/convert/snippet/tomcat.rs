//! Tomcat: a connector for server.xml, in the spelling since 8.5 and in the one before.

use crate::text::foreign::{is_plain, xml};

use super::page::Page;
use super::{PasswordInSnippet, Rendered, words};

const STAND_IN: &str = "conf/keystore";
/// Stands where the password goes.
const PASSWORD: &str = "PASSWORD";

pub fn render(mut page: Page<'_>) -> Rendered {
    let values = Values::read(&mut page);
    head(&mut page, ">");
    let protocols = match page.is_old_tls_allowed {
        true => "TLSv1+TLSv1.1+TLSv1.2+TLSv1.3",
        false => "TLSv1.2+TLSv1.3",
    };
    page.line(format!("    <SSLHostConfig protocols=\"{protocols}\">"));
    page.line(format!(
        "        <Certificate certificateKeystoreFile=\"{}\"",
        values.path
    ));
    let indent = " ".repeat(21);
    page.line(format!(
        "{indent}certificateKeystoreType=\"{}\"",
        values.kind
    ));
    if let Some(alias) = &values.alias {
        page.line(format!("{indent}certificateKeyAlias=\"{alias}\""));
    }
    page.line(format!(
        "{indent}certificateKeystorePassword=\"{}\" />",
        values.password
    ));
    page.line("    </SSLHostConfig>");
    page.line("</Connector>");
    finish(page, "Tomcat 8.5, 9, 10, 11")
}

pub fn render_old(mut page: Page<'_>) -> Rendered {
    let values = Values::read(&mut page);
    head(&mut page, " clientAuth=\"false\" sslProtocol=\"TLS\"");
    let protocols = match page.is_old_tls_allowed {
        true => "TLSv1,TLSv1.1,TLSv1.2,TLSv1.3",
        false => "TLSv1.2,TLSv1.3",
    };
    let indent = " ".repeat(11);
    page.line(format!("{indent}sslEnabledProtocols=\"{protocols}\""));
    page.line(format!("{indent}keystoreFile=\"{}\"", values.path));
    page.line(format!("{indent}keystoreType=\"{}\"", values.kind));
    if let Some(alias) = &values.alias {
        page.line(format!("{indent}keyAlias=\"{alias}\""));
    }
    page.line(format!("{indent}keystorePass=\"{}\" />", values.password));
    finish(page, "Tomcat 7, 8.0")
}

/// What both spellings say of the keystore, quoted for attributes.
struct Values {
    path: String,
    kind: &'static str,
    alias: Option<String>,
    password: &'static str,
}

impl Values {
    fn read(page: &mut Page<'_>) -> Self {
        let keystore = page.files.keystore.as_ref();
        let path = page.path(
            keystore.map(|keystore| keystore.path.as_str()),
            attribute,
            STAND_IN,
        );
        let alias = keystore.and_then(|keystore| keystore.alias.as_deref());
        let quoted = alias.and_then(attribute);
        if alias.is_some() && quoted.is_none() {
            page.note(words::alias_left_out(page.lang));
        }
        Self {
            path,
            kind: keystore
                .and_then(|keystore| keystore.java_type())
                .unwrap_or("PKCS12"),
            alias: quoted,
            password: match page.files.password {
                PasswordInSnippet::None => "",
                _ => PASSWORD,
            },
        }
    }
}

/// An attribute of server.xml, in which Tomcat expands `${…}`.
fn attribute(text: &str) -> Option<String> {
    (is_plain(text) && !text.contains("${")).then(|| xml(text))
}

fn head(page: &mut Page<'_>, end: &str) {
    if page.files.password != PasswordInSnippet::None {
        let words = words::put_password(page.lang, PASSWORD);
        page.line(format!("<!-- {words} -->"));
    }
    page.line("<Connector port=\"8443\" protocol=\"org.apache.coyote.http11.Http11NioProtocol\"");
    page.line(format!(
        "           scheme=\"https\" secure=\"true\" SSLEnabled=\"true\"{end}"
    ));
}

fn finish(mut page: Page<'_>, title: &'static str) -> Rendered {
    let lang = page.lang;
    page.note_password_file();
    if page.files.password != PasswordInSnippet::None {
        page.note(words::password_in_xml(lang));
    }
    page.note(words::paths_as_here(lang));
    page.note(words::tomcat_account(lang));
    if page.is_old_tls_allowed {
        page.note(words::old_tls_java(lang));
    }
    page.note(words::tomcat_restart(lang));
    page.finish(title, words::into_service(lang).to_owned())
}
