//! Where blocks stand.
use rust_sugiyama::configure::Config;
use super::block::Block;
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point { pub x: f64, pub y: f64 }
pub(super) fn place(blocks: &[Block], ties: &[(usize, usize)]) -> Vec<Point> {
    if std::env::var("LR").is_ok() { return lr(blocks, ties); }
    let v: Vec<(u32,(f64,f64))> = blocks.iter().enumerate().map(|(i,b)|(i as u32,(b.height,b.width+80.0))).collect();
    let e: Vec<(u32,u32)> = ties.iter().map(|(a,b)|(*a as u32,*b as u32)).collect();
    let c = Config{vertex_spacing:20.0, dummy_vertices: true, dummy_size: 0.5, ..Config::default()};
    let mut out = vec![Point{x:0.0,y:0.0}; blocks.len()];
    let mut top=0.0;
    for (nodes,_w,_h) in rust_sugiyama::from_vertices_and_edges(&v,&e,&c) {
        let minx = nodes.iter().map(|(i,p)|p.0-blocks[*i].height/2.0).fold(f64::INFINITY,f64::min);
        let maxx = nodes.iter().map(|(i,p)|p.0+blocks[*i].height/2.0).fold(f64::NEG_INFINITY,f64::max);
        let miny = nodes.iter().map(|(_,p)|p.1).fold(f64::INFINITY,f64::min);
        for (i,p) in &nodes { out[*i]=Point{x:p.1-miny-blocks[*i].width/2.0+150.0,y:p.0-minx+top-blocks[*i].height/2.0}; }
        top+=maxx-minx+30.0;
    }
    out
}
fn lr(blocks: &[Block], ties: &[(usize, usize)]) -> Vec<Point> {
    use layout::core::base::Orientation; use layout::core::geometry::Point as P; use layout::core::style::*; use layout::std_shapes::shapes::*; use layout::topo::layout::VisualGraph;
    let mut g = VisualGraph::new(Orientation::LeftToRight);
    let hs: Vec<_> = blocks.iter().map(|b| g.add_node(Element::create(ShapeKind::new_box(""), StyleAttr::simple(), Orientation::LeftToRight, P::new(b.width,b.height)))).collect();
    for (a,b) in ties { if a!=b { g.add_edge(Arrow::simple(""), hs[*a], hs[*b]); } }
    struct Nul; impl layout::core::format::RenderBackend for Nul {
        fn draw_rect(&mut self,_:P,_:P,_:&StyleAttr,_:Option<String>,_:Option<usize>){} fn draw_line(&mut self,_:P,_:P,_:&StyleAttr,_:Option<String>){} fn draw_circle(&mut self,_:P,_:P,_:&StyleAttr,_:Option<String>){} fn draw_text(&mut self,_:P,_:&str,_:&StyleAttr){} fn draw_arrow(&mut self,_:&[(P,P)],_:bool,_:(bool,bool),_:&StyleAttr,_:Option<String>,_:&str){} fn create_clip(&mut self,_:P,_:P,_:usize)->usize{0} }
    g.do_it(false,false,false,&mut Nul);
    hs.iter().map(|h| { let (a,_) = g.pos(*h).bbox(false); Point{x:a.x,y:a.y} }).collect()
}
