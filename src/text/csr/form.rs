//! Words of the form: the fields of a subject, validation levels, profiles.

use crate::text::Lang;

phrases! {
    add_attribute: "Add an attribute", "添加属性";
    all_fields: "Show all fields", "显示全部字段";
    attribute: "Attribute", "属性";
    business_category: "Business category", "业务类别";
    business_category_hint: "Private Organization", "Private Organization";
    choose_country: "Choose…", "选择…";
    common_name: "Common name", "通用名称";
    common_name_none: "none, the names stand in the SAN", "不填写，域名写在 SAN 中";
    common_name_why: "one of the names; CAs and programs read the list of names", "取自域名列表；CA 和程序读取的是域名列表";
    country: "Country or region", "国家/地区";
    domain_component: "Domain component", "域组件 (DC)";
    email: "E-mail", "电子邮件";
    fewer_fields: "Show fewer fields", "收起字段";
    filter_countries: "Code or name", "代码或名称";
    forget_profile: "Forget this profile", "删除此档案";
    jurisdiction_country: "Registered in, country", "注册地国家/地区";
    jurisdiction_locality: "Registered in, locality", "注册地城市";
    jurisdiction_state: "Registered in, state", "注册地省份";
    level: "Checked by the CA", "CA 的验证级别";
    level_domain: "DV", "DV";
    level_extended: "EV", "EV";
    level_organization: "OV", "OV";
    level_own: "Own CA", "自有 CA";
    locality: "Locality", "城市";
    no_directory: "Parts as TYPE=value, with commas between: C=CN, O=Example", "各部分写作 TYPE=value，用逗号分隔：C=CN, O=Example";
    no_oid: "An object identifier in dots, such as 2.5.4.97", "填写用点分隔的对象标识符，例如 2.5.4.97";
    no_value: "A value for this attribute", "填写此属性的值";
    oid: "OID", "OID";
    organization: "Organisation", "组织";
    profile: "Organisation profile", "组织档案";
    profile_choose: "Choose a profile", "选择档案";
    profile_name: "Name of the profile", "档案名称";
    save_as_profile: "Save as profile…", "保存为档案…";
    save_profile: "Save profile", "保存档案";
    serial_number: "Registration number", "注册号";
    state: "State or province", "省份";
    unit: "Organisational unit", "组织单位";
    value: "Value", "值";
    who_asks: "Who asks for it", "申请者";
}

/// What a level means for the form.
pub fn level_why(lang: Lang, level: usize) -> &'static str {
    match level {
        0 => lang.pick(
            "The CA checks that you control the names and takes nothing else over. The common name is enough.",
            "CA 只验证您对域名的控制权，其他内容不会写入证书。填写通用名称即可。",
        ),
        1 => lang.pick(
            "The CA checks the organisation too. Write its legal name as it is registered.",
            "CA 还会验证组织。填写与登记一致的法定名称。",
        ),
        2 => lang.pick(
            "The CA checks the organisation thoroughly, with where and under which number it is registered.",
            "CA 会全面验证组织，包括注册地和注册号。",
        ),
        _ => lang.pick(
            "Your own CA decides what it takes; internal names and addresses are fine.",
            "由您自己的 CA 决定接受哪些内容；内部域名和地址都可以。",
        ),
    }
}

/// One more value of a field.
pub fn add_another(lang: Lang, field: &str) -> String {
    match lang {
        Lang::En => format!("Add another: {}", field.to_lowercase()),
        Lang::Zh => format!("再添加一个：{field}"),
    }
}

/// Takes a value of a field away.
pub fn remove_value(lang: Lang, field: &str, number: usize) -> String {
    match lang {
        Lang::En => format!("Remove {} {number}", field.to_lowercase()),
        Lang::Zh => format!("删除{field} {number}"),
    }
}

/// Why the next step cannot be taken yet: so many things are wrong.
pub fn fields_wrong(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::En, 1) => "One thing above needs a change".to_owned(),
        (Lang::En, _) => format!("{count} things above need a change"),
        (Lang::Zh, _) => format!("上面有 {count} 处需要修改"),
    }
}
