//! The interview's questions and options.

use crate::core::guide::interview::{
    Address, Clients, Control, Haste, Names, Owner, Question, Reply, Sm,
};
use crate::text::Lang;

/// A question, short enough for a label.
pub fn question(lang: Lang, question: Question) -> &'static str {
    match question {
        Question::Owner => lang.pick("Who owns the site", "网站属于谁"),
        Question::Names => lang.pick("Which names", "需要哪些域名"),
        Question::Address => lang.pick("An IP address in it", "是否包含 IP 地址"),
        Question::Clients => lang.pick("Who connects", "谁来访问"),
        Question::Sm => lang.pick("SM algorithms", "国密算法"),
        Question::Control => lang.pick("What you can change", "您能修改什么"),
        Question::Haste => lang.pick("How soon", "何时需要"),
    }
}

/// What a question is about, in a sentence.
pub fn hint(lang: Lang, question: Question) -> &'static str {
    match question {
        Question::Owner => lang.pick(
            "A company is one with a business licence that the CA can look up",
            "企业指有营业执照、CA 可以查到的组织",
        ),
        Question::Names => lang.pick(
            "A wildcard holds all names one level below a domain",
            "通配符包含域名下一级的所有名称",
        ),
        Question::Address => lang.pick(
            "Only where people call the server by its address",
            "仅当用户直接用 IP 地址访问服务器时",
        ),
        Question::Clients => lang.pick(
            "Old: Windows 7 without updates, Android before 7, Java 6",
            "旧客户端：未更新的 Windows 7、Android 7 之前、Java 6",
        ),
        Question::Sm => lang.pick(
            "SM2 and SM3, where rules in China ask for them",
            "SM2 和 SM3，用于有国密要求的场合",
        ),
        Question::Control => lang.pick(
            "This is how the CA makes sure that the domain is yours",
            "CA 以此确认域名归您控制",
        ),
        Question::Haste => lang.pick(
            "Review of a company takes business days",
            "核实企业需要数个工作日",
        ),
    }
}

/// An option.
pub fn option(lang: Lang, reply: Reply) -> &'static str {
    match reply {
        Reply::Owner(Owner::Company) => lang.pick("Company", "企业"),
        Reply::Owner(Owner::Person) => lang.pick("Person", "个人"),
        Reply::Owner(Owner::Finance) => lang.pick("Bank, payment", "银行、支付"),
        Reply::Names(Names::One) => lang.pick("One", "一个"),
        Reply::Names(Names::Several) => lang.pick("Several", "多个"),
        Reply::Names(Names::Wildcard) => lang.pick("A wildcard", "一个通配符"),
        Reply::Names(Names::Wildcards) => lang.pick("Several wildcards", "多个通配符"),
        Reply::Address(Address::None) => lang.pick("No", "不包含"),
        Reply::Address(Address::Public) => lang.pick("Public", "公网地址"),
        Reply::Address(Address::Private) => lang.pick("Private", "内网地址"),
        Reply::Clients(Clients::Browsers) => lang.pick("Browsers", "浏览器"),
        Reply::Clients(Clients::App) => lang.pick("A phone app", "手机 App"),
        Reply::Clients(Clients::Old) => lang.pick("Old clients", "旧客户端"),
        Reply::Clients(Clients::AppAndOld) => lang.pick("App and old", "App 和旧客户端"),
        Reply::Sm(Sm::None) => lang.pick("Not needed", "不需要"),
        Reply::Sm(Sm::Besides) => lang.pick("Beside browsers", "与浏览器并用"),
        Reply::Sm(Sm::Only) => lang.pick("Only SM", "只用国密"),
        Reply::Control(Control::Both) => lang.pick("DNS and server", "解析和服务器"),
        Reply::Control(Control::Dns) => lang.pick("DNS", "解析"),
        Reply::Control(Control::Server) => lang.pick("Server", "服务器"),
        Reply::Control(Control::Neither) => lang.pick("Neither", "都不能"),
        Reply::Haste(Haste::Later) => lang.pick("A week or later", "一周或更久"),
        Reply::Haste(Haste::Days) => lang.pick("A few days", "几天内"),
        Reply::Haste(Haste::Today) => lang.pick("Today", "今天"),
    }
}
