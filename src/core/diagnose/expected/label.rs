//! Words before a value that say what it is, in mails and consoles, English and Chinese.

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A host record or full name of a record.
    Host,
    /// TXT or CNAME.
    Kind,
    /// The value of a TXT record, or whatever the kind says.
    Value,
    /// Where an alias leads.
    Target,
    /// The domain of the order.
    Domain,
    /// The address of a file.
    Url,
    /// The name of a file.
    FileName,
    /// The folder of a file.
    Folder,
    /// What a file holds.
    Content,
}

/// Labels, the longer of two that begin alike first.
const LABELS: &[(&str, Field)] = &[
    ("cname target", Field::Target),
    ("cname value", Field::Target),
    ("points to", Field::Target),
    ("point to", Field::Target),
    ("target", Field::Target),
    ("destination", Field::Target),
    ("canonical name", Field::Target),
    ("cname 指向", Field::Target),
    ("指向", Field::Target),
    ("host record", Field::Host),
    ("hostname", Field::Host),
    ("host name", Field::Host),
    ("record name", Field::Host),
    ("txt record name", Field::Host),
    ("txt name", Field::Host),
    ("txt host", Field::Host),
    ("cname name", Field::Host),
    ("cname host", Field::Host),
    ("dns name", Field::Host),
    ("name/host/alias", Field::Host),
    ("host/name", Field::Host),
    ("name/host", Field::Host),
    ("subdomain", Field::Host),
    ("alias", Field::Host),
    ("record", Field::Host),
    ("host", Field::Host),
    ("主机记录", Field::Host),
    ("记录名称", Field::Host),
    ("记录名", Field::Host),
    ("解析主机", Field::Host),
    ("主机名", Field::Host),
    ("主机", Field::Host),
    ("dnsauth key", Field::Host),
    ("record type", Field::Kind),
    ("type", Field::Kind),
    ("记录类型", Field::Kind),
    ("解析类型", Field::Kind),
    ("类型", Field::Kind),
    ("txt record value", Field::Value),
    ("txt value", Field::Value),
    ("txt data", Field::Value),
    ("record value", Field::Value),
    ("record data", Field::Value),
    ("random value", Field::Value),
    ("verification code", Field::Value),
    ("verification token", Field::Value),
    ("unique value", Field::Value),
    ("txt记录值", Field::Value),
    ("txt 记录值", Field::Value),
    ("记录值", Field::Value),
    ("解析值", Field::Value),
    ("验证值", Field::Value),
    ("value", Field::Value),
    ("answer", Field::Value),
    ("data", Field::Value),
    ("domain name", Field::Domain),
    ("domain", Field::Domain),
    ("zone", Field::Domain),
    ("申请域名", Field::Domain),
    ("验证域名", Field::Domain),
    ("绑定域名", Field::Domain),
    ("主域名", Field::Domain),
    ("域名", Field::Domain),
    ("file name", Field::FileName),
    ("filename", Field::FileName),
    ("文件名称", Field::FileName),
    ("文件名", Field::FileName),
    ("file path", Field::Folder),
    ("file location", Field::Folder),
    ("directory", Field::Folder),
    ("folder", Field::Folder),
    ("path", Field::Folder),
    ("文件路径", Field::Folder),
    ("文件目录", Field::Folder),
    ("验证目录", Field::Folder),
    ("目录", Field::Folder),
    ("路径", Field::Folder),
    ("file contents", Field::Content),
    ("file content", Field::Content),
    ("contents", Field::Content),
    ("content", Field::Content),
    ("文件内容", Field::Content),
    ("文件值", Field::Content),
    ("内容", Field::Content),
    ("file url", Field::Url),
    ("http url", Field::Url),
    ("https url", Field::Url),
    ("url", Field::Url),
    ("link", Field::Url),
    ("验证地址", Field::Url),
    ("访问地址", Field::Url),
    ("链接", Field::Url),
    ("txt record", Field::Value),
    ("name", Field::Host),
];

/// The label at the beginning of a line, and what follows it: the rest of the line, empty where the value stands
/// on the next one.
pub(super) fn labelled(line: &str) -> Option<(Field, &str)> {
    let line = without_mark(line);
    for (label, field) in LABELS {
        let Some((head, rest)) = line.split_at_checked(label.len()) else {
            continue;
        };
        if !head.to_lowercase().eq(label) {
            continue;
        }
        // `Domain: name`, `TXT value = name`, `主机记录<tab>name`, or the label alone.
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let is_wide = blanks > 1 || rest.starts_with('\t') || (blanks > 0 && !label.is_ascii());
        let rest = rest.trim_start();
        let unit = rest.strip_prefix([':', '=', '|']);
        if let Some(value) = unit {
            return Some((*field, value.trim()));
        }
        if rest.is_empty() || is_wide {
            return Some((*field, rest.trim()));
        }
    }
    None
}

/// What the key of a JSON object says: `RecordValue`, `txt_value`, `DvAuthKey`.
pub(super) fn of_key(key: &str) -> Option<Field> {
    let letters = key.chars().filter(|char| char.is_alphanumeric());
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    Some(match folded.as_str() {
        "name" | "host" | "hostname" | "recordname" | "recorddomain" | "hostrecord" | "txtname"
        | "dvauthkey" | "dvauthsubdomain" | "cnamevalidationp1" | "rr" | "fqdn" => Field::Host,
        "type" | "recordtype" | "dvauthverifytype" => Field::Kind,
        "value" | "recordvalue" | "txtvalue" | "dvauthvalue" | "txt" | "randomvalue" => {
            Field::Value
        }
        "target" | "cnamevalue" | "cnamevalidationp2" | "cname" => Field::Target,
        "domain" | "domainname" | "identifier" | "dvauthdomain" => Field::Domain,
        "uri" | "url" | "fileurl" | "filevalidationurlhttp" => Field::Url,
        "dvauthpath" | "filepath" => Field::Folder,
        "filename" => Field::FileName,
        "content" | "filecontent" | "filevalidationcontent" => Field::Content,
        _ => return None,
    })
}

/// Without bullets and numbers at the beginning.
fn without_mark(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(['-', '*', '•', '·', '+', '>', '#', '|', ' ']);
    let digits = rest.trim_start_matches(|char: char| char.is_ascii_digit());
    match digits.strip_prefix(['.', ')', '、']) {
        Some(behind) if digits.len() < rest.len() => behind.trim_start(),
        _ => rest,
    }
}
